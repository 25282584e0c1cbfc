import { splitAtJoints } from "#i18n/japanese-joints.ts";
import type { Language } from "#i18n/language.ts";
import { splitWhole } from "#i18n/whole-spans.ts";
import { element } from "./element.ts";

/** A text to be shown, with each number and what it counts on one line. */
export function heldTogether(text: string, language: Language): (Node | string)[] {
  return splitWhole(text, language).flatMap(({ before, lead, core }) => [
    ...jointed(before, language),
    ...(core === "" ? [] : [wholeOf(lead, core)]),
  ]);
}

function jointed(text: string, language: Language): (Node | string)[] {
  if (language !== "ja") return [text];
  return splitAtJoints(text).flatMap(({ text: part, held }): (Node | string)[] =>
    held ? [element("wbr"), element("span", { class: "phrase" }, part)] : [part],
  );
}

function wholeOf(lead: string, core: string): HTMLElement {
  return element("span", { class: "whole" }, ...(lead === "" ? [core] : [lead, wholeOf("", core)]));
}
