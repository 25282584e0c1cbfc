import { html } from "hono/html";
import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Block, Pitch } from "#pitches/pitch.ts";
import { restsOf } from "#pitches/rests-of.ts";
import type { Story } from "#stories/story.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";
import { wholeNumbers } from "./whole-numbers.ts";
import { whyList } from "./why-list.ts";

/** The pitch in one language, each block with its form for a person's own words. */
export function pitchPanel(page: Page, story: Story, language: Language): Html {
  const { t } = page;
  const pitch = story.pitches[language];
  const listing = story.listings[language];
  return html`<div id="pitch-${language}" data-live class="stack">
    <p class="column-title">${t(`languages.${language}`)}</p>
    ${pitch === undefined ? html`<p class="hint">${waiting(page, story, language)}</p>` : told(page, story, language, pitch)}
    ${listing === undefined ? "" : html`<p><a href="/${language}/listings/${listing.slug}">${t("story.listing")}</a></p>`}
  </div>`;
}

function waiting({ t }: Page, { status }: Story, language: Language): string {
  const key = status === "requested" || status === "writing" ? "story.pitchWaiting" : "story.pitchMissing";
  return t(key, { language: t(`languages.${language}`) });
}

function told(page: Page, { facts }: Story, language: Language, pitch: Pitch): Html {
  const { t } = page;
  const blocks = (list: readonly Block[]) =>
    html`<ol class="blocks">
      ${list.map((block) => blockCard(page, facts, language, block))}
    </ol>`;
  return html`<h3>${t("story.intro")}</h3>
    ${blocks(pitch.intro)}
    <h3>${t("story.loop")}</h3>
    ${blocks(pitch.loop)}
    ${
      pitch.answers.length === 0
        ? ""
        : html`<h3>${t("story.answers")}</h3>
            <dl class="answers">
              ${pitch.answers.map(
                ({ question, answer, known, factIds }) =>
                  html`<dt lang="${language}">${question}</dt>
                    <dd>
                      <span lang="${language}">${wholeNumbers(language, answer)}</span>
                      ${
                        known
                          ? whyList(page, facts, language, [{ text: answer, factIds }])
                          : html`<span class="tag">${t("story.unknown")}</span>`
                      }
                    </dd>`,
              )}
            </dl>`
    }`;
}

function blockCard(page: Page, facts: readonly Fact[], language: Language, block: Block): Html {
  const { t } = page;
  return html`<li class="card block" data-language="${language}" data-block="${block.id}">
    <div class="block-text">
      <p class="block-head">
        <span class="tag">${t(`beats.${block.beat}`)}</span>
        <span class="hint">${t("story.seconds", { seconds: Math.round(block.seconds) })}</span>
        ${block.edited ? html`<span class="tag mine">${t("story.edited")}</span>` : ""}
      </p>
      <p class="say" lang="${language}">${wholeNumbers(language, block.say)}</p>
      ${block.read === undefined ? "" : html`<p class="read"><span class="hint">${t("site.labelled", { name: t("story.read") })}</span><span lang="vi">${block.read}</span></p>`}
      ${cue(page, t("story.do"), block.do)} ${cue(page, t("story.show"), block.show)}
      <div class="block-foot">
        ${whyList(page, facts, language, restsOf(block))}
        <button type="button" class="quiet" data-edit id="edit-${language}-${block.id}">${t("story.edit")}</button>
      </div>
    </div>
    <form class="stack" data-edit-form hidden>
      ${field(t("story.say"), language, block.id, "say", block.say)} ${field(t("story.do"), language, block.id, "do", block.do)}
      ${field(t("story.show"), language, block.id, "show", block.show)}
      <p class="problem" role="alert"></p>
      <p class="row">
        <button class="primary">${t("story.save")}</button><button type="button" class="quiet" data-cancel>${t("story.cancel")}</button>
      </p>
    </form>
  </li>`;
}

/** Directions are Vietnamese in every language. */
function cue({ t }: Page, name: string, text: string | undefined): Html {
  return text === undefined
    ? html``
    : html`<p class="cue"><span class="hint">${t("site.labelled", { name })}</span><span lang="vi">${text}</span></p>`;
}

function field(name: string, language: Language, blockId: string, part: "say" | "do" | "show", text: string | undefined): Html {
  const id = `${part}-${language}-${blockId}`;
  return html`<label for="${id}">${name}</label>
    <textarea
      id="${id}"
      name="${part}"
      data-draft
      lang="${part === "say" ? language : "vi"}"
      rows="${part === "say" ? 4 : 2}"
      maxlength="2000"
    >
${text ?? ""}</textarea>`;
}
