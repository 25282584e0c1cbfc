import type { Language } from "#i18n/language.ts";
import { splitWhole } from "#i18n/whole-spans.ts";
import { element } from "./element.ts";

/** A text to be shown, with each number and what it counts on one line. */
export function heldTogether(text: string, language: Language): (Node | string)[] {
  return splitWhole(text, language).flatMap(({ before, lead, core }) => [before, ...(core === "" ? [] : [wholeOf(lead, core)])]);
}

function wholeOf(lead: string, core: string): HTMLElement {
  return element("span", { class: "whole" }, ...(lead === "" ? [core] : [lead, wholeOf("", core)]));
}
