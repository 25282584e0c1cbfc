import { html } from "hono/html";
import type { Block } from "#pitches/pitch.ts";
import type { ShowPlan, ShowSegment, SpokenTexts } from "#pitches/show-plan.ts";
import type { StorySummary } from "#stories/list-stories.ts";
import type { Story } from "#stories/story.ts";
import { layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";
import { wholeNumbers } from "./whole-numbers.ts";

export const PLAN_MINUTES = { min: 5, max: 720, usual: 60 } as const;

/** A whole show from minute to minute, with what is said in each part; `stories` are those it is about, `choices` others that it may take in. */
export function planPage(
  page: Page,
  { id, stories, plan, choices }: { id: string; stories: readonly Story[]; plan: ShowPlan; choices: readonly StorySummary[] },
): Html {
  const { t } = page;
  const title = stories.find((story) => story.id === id)?.listings[page.language]?.title ?? "";
  const taken = new Set(stories.map((story) => story.id));
  return layout(page, {
    title: `${t("studio:plan.title")} · ${title}`,
    installable: true,
    sheet: ["studio", "coach"],
    body: html`<div class="stack plan">
      <p class="screen-only"><a href="${page.href(`/?story=${id}`)}">← ${t("studio:prompter.back")}</a></p>
      <h1>${t("studio:plan.title")}</h1>
      <p class="lead">${t("studio:plan.lead", { minutes: plan.minutes })}</p>
      ${planForm(page, id, t("studio:plan.minutes"), t("studio:plan.show"), plan.minutes, otherGoods(page, choices, taken))}
      <ol class="rows">
        ${plan.segments.map((segment) => segmentCard(page, stories, segment))}
      </ol>
      <section class="stack">
        <h2>${t("studio:plan.guest")}</h2>
        ${guestCard(page, plan.guest)}
      </section>
    </div>`,
  });
}

/** Asks for a plan of so many minutes; no script is needed. */
export function planForm(
  { href, language }: Page,
  storyId: string,
  label: string,
  button: string,
  minutes: number,
  more: Html | "" = "",
): Html {
  const isAsked = href("/").includes("lang=");
  return html`<form class="row plan-form screen-only" data-keep action="/stories/${storyId}/plan" method="get">
    <label for="minutes">${label}</label>
    <input
      id="minutes"
      name="minutes"
      type="number"
      inputmode="numeric"
      required
      min="${PLAN_MINUTES.min}"
      max="${PLAN_MINUTES.max}"
      value="${minutes}"
    />
    ${more} ${isAsked ? html`<input type="hidden" name="lang" value="${language}" />` : ""}
    <button>${button}</button>
  </form>`;
}

/** The grower's other goods, to be sold in the same show. */
function otherGoods({ t }: Page, choices: readonly StorySummary[], taken: ReadonlySet<string>): Html | "" {
  if (choices.length === 0) return "";
  return html`<fieldset class="card others">
    <legend>${t("studio:plan.with")}</legend>
    <ul class="plain ticks">
      ${choices.map(
        ({ id, title }) =>
          html`<li>
            <input type="checkbox" id="with-${id}" name="with" value="${id}" ${taken.has(id) ? "checked" : ""} /><label for="with-${id}"
              >${title}</label
            >
          </li>`,
      )}
    </ul>
  </fieldset>`;
}

function segmentCard(page: Page, stories: readonly Story[], segment: ShowSegment): Html {
  const { t, language } = page;
  const [from, to] = [segment.fromMinute, segment.fromMinute + segment.minutes].map(Math.round);
  const pitch = stories.find(({ id }) => id === segment.storyId)?.pitches[language];
  const blocks = segment.blockIds.flatMap((id): Spoken[] => {
    const again = segment.blocks.find((block) => block.id === id);
    if (again !== undefined) return [{ beat: again.beat, say: again.say[language] }];
    return pitch?.loop.filter((block) => block.id === id) ?? [];
  });
  const cards = segment.answers.flatMap((at) => pitch?.answers[at] ?? []);
  return html`<li class="card segment" data-kind="${segment.kind}">
    <p class="block-head">
      <span class="tag">${t("studio:plan.span", { from, to })}</span>
      <span class="hint">${t(`studio:plan.speakers.${segment.speaker}`)}</span>
    </p>
    <h2>${segment.title[language]}</h2>
    ${segment.lines.map((line) => spoken(page, line))}
    ${
      blocks.length === 0
        ? ""
        : html`<details>
            <summary>${t("studio:plan.script", { blocks: blocks.length })}</summary>
            <ol class="plain">
              ${blocks.map((block) => blockLine(page, block))}
            </ol>
          </details>`
    }
    ${
      cards.length === 0
        ? ""
        : html`<details>
            <summary>${t("studio:plan.cards", { cards: cards.length })}</summary>
            <dl class="answers">
              ${cards.map(
                ({ question, answer }) =>
                  html`<dt>${question}</dt>
                    <dd>${wholeNumbers(language, answer)}</dd>`,
              )}
            </dl>
          </details>`
    }
  </li>`;
}

type Spoken = Pick<Block, "beat" | "say">;

function blockLine({ t, language }: Page, { beat, say }: Spoken): Html {
  return html`<li><strong>${t(`beats.${beat}`)}</strong><br />${wholeNumbers(language, say)}</li>`;
}

function spoken({ language }: Page, line: SpokenTexts): Html {
  const read = language === "vi" ? undefined : line.read[language];
  return html`<p class="said">${wholeNumbers(language, line[language])}</p>
    ${read === undefined ? "" : html`<p class="read hint" lang="vi">${read}</p>`}`;
}

function guestCard(page: Page, { steps, rules }: ShowPlan["guest"]): Html {
  const { t, language } = page;
  return html`<div class="card stack">
    <ol class="guest">
      ${steps.map(
        (step) =>
          html`<li>
            <p class="hint">${t("story.seconds", { seconds: Math.round(step.seconds) })} · ${step.do[language]}</p>
            ${spoken(page, step.say)}
          </li>`,
      )}
    </ol>
    <h3>${t("studio:plan.rules")}</h3>
    <ul>
      ${rules.map((rule) => html`<li>${rule[language]}</li>`)}
    </ul>
  </div>`;
}
