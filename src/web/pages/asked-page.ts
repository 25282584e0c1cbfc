import { html } from "hono/html";
import type { AskedQuestion } from "#buyers/buyer-question.ts";
import { layout, type Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** A buyer's own page: what they asked, and the grower's answer as far as there is one. It needs no script. */
export function askedPage(page: Page, asked: AskedQuestion, address: string): Html {
  const { t, language } = page;
  const title = asked.titles[language] ?? Object.values(asked.titles)[0];
  const listing = `/${asked.titles[language] === undefined ? asked.language : language}/listings/${asked.slug}`;
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long" });
  return layout(page, {
    title: `${t("buyers:asked.title")} · ${t("site.name")}`,
    sheet: "buyers",
    body: html`<article class="asked stack">
      <h1>${t("buyers:asked.title")}</h1>
      ${title === undefined ? "" : html`<p>${t("site.labelled", { name: t("buyers:asked.about") })}<a href="${listing}">${title}</a></p>`}
      <section class="stack" aria-labelledby="answer">
        <h2 id="answer">${t("buyers:asked.answer")}</h2>
        ${answer(page, asked)}
      </section>
      <section class="card stack" aria-labelledby="asked">
        <h2 id="asked">${t("buyers:asked.you")}</h2>
        <p class="said" lang="${asked.language}">${asked.text}</p>
        <p class="hint">${asked.author} · ${t("buyers:asked.sent", { date: day.format(new Date(asked.createdAt)) })}</p>
        ${asked.language === "vi" ? "" : reading(page, asked)}
      </section>
      <section class="stack-tight">
        <p><strong>${t("buyers:asked.keep")}</strong></p>
        <p class="hint">${t("site.labelled", { name: t("buyers:asked.address") })}<a class="address" href="${address}">${address}</a></p>
      </section>
      <p><a href="${listing}#ask">${t("buyers:asked.another")}</a></p>
    </article>`,
  });
}

function answer({ t, language }: Page, { answer, language: buyers }: AskedQuestion): Html {
  if (answer === null)
    return html`<p>${t("buyers:asked.waiting")}</p>
      <p><a class="button" href="">${t("buyers:asked.again")}</a></p>`;
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(answer.at));
  const told = answer.text ?? answer.vi ?? "";
  return html`<p class="said answer" lang="${answer.text === null ? "vi" : buyers}">${told}</p>
    <p class="hint">${day} · ${t(`buyers:asked.source.${answer.source ?? "pending"}`)}</p>
    ${answer.source === null ? html`<p><a class="button" href="">${t("buyers:asked.again")}</a></p>` : ""}
    ${
      answer.vi === null || answer.vi === told
        ? ""
        : html`<details>
            <summary>${t("buyers:asked.original")}</summary>
            <p class="said" lang="vi">${answer.vi}</p>
          </details>`
    }`;
}

/** What became of the question on its way to the grower. */
function reading({ t }: Page, { vi, isRead }: AskedQuestion): Html {
  if (vi === null) return html`<p class="hint">${t(isRead ? "buyers:asked.unread" : "buyers:asked.reading")}</p>`;
  return html`<div class="stack-tight">
    <p class="hint">${t("buyers:asked.reads")}</p>
    <p lang="vi">${vi}</p>
  </div>`;
}
