import { html, raw } from "hono/html";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Block } from "#pitches/pitch.ts";
import { prompterLines, type PrompterLine } from "#pitches/prompter-lines.ts";
import type { Story } from "#stories/story.ts";
import { document, type Html } from "./layout.ts";
import { sectionOf, type Page } from "./page.ts";
import { wholeNumbers } from "./whole-numbers.ts";

const PARTS = ["intro", "loop"] as const;

/** What a seller reads off a phone beside the camera. The page speaks the seller's language, whatever language is read out. */
export function prompterPage(page: Page, story: Story, language: Language): Html {
  const { t } = page;
  const title = story.listings[page.language]?.title ?? story.listings.vi?.title ?? "";
  const heading = [t("studio:prompter.title"), title].filter((part) => part !== "").join(" · ");
  const pitch = story.pitches[language];
  return document(page, {
    title: heading,
    className: "page prompter-page",
    installable: true,
    script: "prompter",
    sheet: "prompter",
    data: { words: sectionOf(page, "studio:prompter.words") },
    body: html`<header class="prompter-head">
        <a href="${page.href(`/?story=${story.id}`)}">← ${t("studio:prompter.back")}</a>
        ${languageLinks(page, language)}
      </header>
      <main id="content" class="prompter">
        <div class="script" id="script" role="region" aria-label="${t("studio:prompter.script")}" tabindex="0">
          <h1>
            ${title === "" ? t("studio:prompter.title") : html`${t("site.labelled", { name: t("studio:prompter.title") })}<span>${title}</span>`}
          </h1>
          ${language === "ja" ? html`<p class="reading">${t("studio:prompter.longVowels")}</p>` : ""}
          ${
            pitch === undefined
              ? html`<p>${t("studio:prompter.none", { language: t(`languages.${language}`) })}</p>`
              : PARTS.map((part) => partOf(page, part, pitch[part], language))
          }
        </div>
        ${controls(page, language)}
      </main>`,
  });
}

function languageLinks({ t, language: own }: Page, language: Language): Html {
  return html`<nav class="languages" aria-label="${t("studio:prompter.scriptLanguage")}">
    ${LANGUAGES.map(
      (each) =>
        html`<a href="?lang=${each}&ui=${own}" ${each === language ? raw('aria-current="true"') : ""}>${t(`languages.${each}`)}</a>`,
    )}
  </nav>`;
}

function partOf(page: Page, part: (typeof PARTS)[number], blocks: readonly Block[], language: Language): Html {
  const { t } = page;
  return html`<section id="part-${part}">
    <h2>${t(`story.${part}`)}</h2>
    ${blocks.map((block) => beat(page, block, language))}
  </section>`;
}

/** Directions are Vietnamese in every language: the hands are a Vietnamese grower's. */
function beat(page: Page, block: Block, language: Language): Html {
  const { t } = page;
  return html`<article class="beat" data-seconds="${block.seconds}">
    <h3>${t(`beats.${block.beat}`)} <span>· ${t("story.seconds", { seconds: Math.round(block.seconds) })}</span></h3>
    ${direction(page, t("story.do"), block.do)} ${direction(page, t("story.show"), block.show)}
    <div class="lines" lang="${language}">${prompterLines(block, language).map((each) => line(language, each))}</div>
    ${language === "ja" && block.edited && block.read === undefined ? html`<p class="reading">${t("studio:prompter.noReading")}</p>` : ""}
    <p class="verdict" role="status"></p>
  </article>`;
}

function direction({ t }: Page, name: string, text: string | undefined): Html {
  return text === undefined
    ? html``
    : html`<p class="direction"><strong>${t("site.labelled", { name })}</strong><span lang="vi">${text}</span></p>`;
}

function line(language: Language, { breaths, kana, read }: PrompterLine): Html {
  return html`<div class="line">
    ${breaths.map((breath) => html`<p class="breath">${wholeNumbers(language, breath)}</p>`)}
    ${kana === undefined ? "" : html`<p class="reading" lang="ja">${kana}</p>`}
    ${read === undefined ? "" : html`<p class="reading" lang="vi">${read}</p>`}
  </div>`;
}

/** Hidden until the script is there: without it the page is read and scrolled by hand. */
function controls({ t }: Page, language: Language): Html {
  const words = (name: string) => t(`studio:prompter.${name}`);
  return html`<div class="controls" id="controls" hidden>
    <p class="hint" id="note">${words("hint")}</p>
    <div class="buttons">
      <button type="button" class="primary" id="run" aria-keyshortcuts="Space">${words("words.start")}</button>
      <button type="button" id="rehearse" aria-pressed="false">${words("words.rehearse")}</button>
    </div>
    <details>
      <summary>${words("settings")}</summary>
      <div class="settings">
        <label>${words("speed")} <input type="range" id="speed" min="50" max="200" step="10" value="100" /></label>
        <label>${words("size")} <input type="range" id="size" min="100" max="400" step="25" value="175" /></label>
        <label class="tick"><input type="checkbox" id="mirror" /> ${words("mirror")}</label>
        ${language === "vi" ? "" : html`<label class="tick"><input type="checkbox" id="reading" checked /> ${words("reading")}</label>`}
        <label class="tick"><input type="checkbox" id="directions" checked /> ${words("directions")}</label>
        <nav class="row" aria-label="${words("parts")}">
          ${PARTS.map((part) => html`<a href="#part-${part}">${t(`story.${part}`)}</a>`)}
        </nav>
      </div>
    </details>
  </div>`;
}
