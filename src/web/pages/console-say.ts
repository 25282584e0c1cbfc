import { html, raw } from "hono/html";
import type { Console } from "./console-page.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";
import { wholeNumbers } from "./whole-numbers.ts";

/** What can be said: typed, or one of the prepared lines. */
export function sayPart({ t }: Page, { lines }: Console): Html {
  return html`<section class="panel stack part-say" role="tabpanel" id="panel-say" aria-labelledby="tab-say">
    <form id="say-form" class="say-form">
      <label for="say">${t("console.say")}</label>
      <span class="row nowrap">
        <textarea id="say" rows="1" maxlength="2000" lang="vi" enterkeyhint="send" aria-describedby="say-hint"></textarea>
        <button class="primary">${t("console.send")}</button>
      </span>
      <p class="hint"><span id="say-hint">${t("console.sayHint")}</span> <span id="outbox" role="status">${t("console.sent")}</span></p>
    </form>
    <div class="stack-tight">
      <h2>${t("console.lines")}</h2>
      <p class="hint">${lines.length === 0 ? t("console.linesNone") : t("console.linesHint")}</p>
    </div>
    <ol id="lines" class="rows scroll" tabindex="0" aria-label="${t("console.lines")}">
      ${lines.map(
        ({ id, vi }) =>
          html`<li>
            <button type="button" class="line-button" lang="vi" data-line="${id}" data-say="${vi}">${wholeNumbers("vi", vi)}</button>
          </li>`,
      )}
    </ol>
  </section>`;
}

/** What a thumb reaches while the other hand holds the fruit: the microphone, the next line, the last one. */
export function dock({ t }: Page, { show, lines: [first], hears }: Console): Html {
  return html`<section class="dock" aria-label="${t("console.microphone")}">
    <ul class="now" aria-label="${t("console.viewers")}">
      ${show.languages.map(
        (language) =>
          html`<li>
            <abbr title="${t(`languages.${language}`)}">${language.toUpperCase()}</abbr
            ><span id="now-${language}" lang="${language}"></span>
          </li>`,
      )}
    </ul>
    <p id="heard" class="heard" data-idle="">${t("console.heardNone")}</p>
    <button type="button" id="next-line" class="next-line" ${first === undefined ? raw("hidden") : ""}>
      <span class="hint">${t("console.nextLine")}</span><span id="next-text" lang="vi">${wholeNumbers("vi", first?.vi ?? "")}</span>
    </button>
    <div class="dock-keys">
      <button type="button" id="retract-last" disabled>${t("console.retractLast")}</button>
      <button type="button" id="mic" class="mic" aria-pressed="false">
        <span class="level" aria-hidden="true"></span><span id="mic-word">${t("console.micStart")}</span>
      </button>
      <button type="button" id="replace-last" disabled>${t("console.replaceLast")}</button>
    </div>
    <p class="engine" id="engine-choice" hidden>
      <label for="engine">${t("console.engine")}</label>
      <select id="engine">
        <option value="browser">${t("console.engineBrowser")}</option>
        ${hears ? html`<option value="server">${t("console.engineServer")}</option>` : ""}
      </select>
    </p>
    <dialog id="replace" class="card" aria-labelledby="replace-title">
      <form method="dialog" class="stack">
        <h2 id="replace-title">${t("console.replaceTitle")}</h2>
        <p class="hint" id="replace-hint">${t("console.replaceHint")}</p>
        <textarea
          id="replace-text"
          rows="3"
          maxlength="2000"
          lang="vi"
          required
          aria-labelledby="replace-title"
          aria-describedby="replace-hint"
        ></textarea>
        <p class="row">
          <button class="primary" value="replace">${t("console.replaceSend")}</button>
          <button value="cancel" formnovalidate>${t("console.cancel")}</button>
        </p>
      </form>
    </dialog>
  </section>`;
}
