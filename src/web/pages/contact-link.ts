import { html } from "hono/html";
import { channelTold } from "#facts/phone-channels.ts";
import { readPhones } from "#facts/phones.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** A grower's contact: a phone number is called by a tap, one of Zalo opened there, and whoever reads from abroad sees it with the country's. */
export function contactLink({ language }: Page, text: string): Html {
  const [phone] = readPhones(text);
  if (phone === undefined || !phone.digits.startsWith("0")) return html`<span lang="vi">${text}</span>`;
  const shown =
    language === "vi"
      ? text
      : text.replace(
          phone.quote,
          phone.quote.replace(/^\(?0/, (zero) => (zero === "0" ? "+84 " : "+84 (")),
        );
  const { app, called } = channelTold(text);
  if (app === "Zalo" && !called) return html`<a href="https://zalo.me/${phone.digits}" lang="vi">${shown}</a>`;
  return html`<a href="tel:+84${phone.digits.slice(1)}" lang="vi">${shown}</a>`;
}
