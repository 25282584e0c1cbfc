import { lighten, lightText } from "#facts/fold.ts";
import { isBesidePapers } from "./among-papers.ts";
import type { Matcher, Spot } from "./match-terms.ts";
import type { Term } from "./term.ts";

const KATAKANA = /[\u30a1-\u30fa\u30fc]$/;
const KATAKANA_FIRST = /^[\u30a1-\u30fa]/;
/** A shorter name of a variety is a common word: `白`, `赤肉`, `ミント`. */
const OWN_NAME_MIN = 4;

/** Names in Japanese, longest first. */
export function matchJapanese(terms: readonly Term[]): Matcher {
  const own = terms.flatMap(namesOf);
  const taken = new Set(own.map(({ name }) => name));
  const byName = Map.groupBy([...own, ...own.flatMap(undrawn).filter(({ name }) => !taken.has(name))], ({ name }) => name);
  const names = [...byName].map(([name, owners]) => ({ name, owners: owners.map(({ term }) => term) }));
  // By the first two units, the second of a single one being none.
  const byFirst = new Map(
    [...Map.groupBy(names, ({ name }) => name.charCodeAt(0))].map(([first, those]) => [
      first,
      Map.groupBy(those, ({ name }) => (name.length === 1 ? undefined : name.charCodeAt(1))),
    ]),
  );
  return (text) => {
    const light = lighten(text);
    const spots: (Spot & { name: string; owners: readonly Term[] })[] = [];
    const taken = new Uint8Array(text.length);
    const found: { name: string; owners: readonly Term[]; at: number }[] = [];
    for (let at = 0; at < light.text.length; at += 1) {
      const begun = byFirst.get(light.text.charCodeAt(at));
      if (begun === undefined) continue;
      for (const { name, owners } of begun.get(undefined) ?? NONE) found.push({ name, owners, at });
      for (const { name, owners } of begun.get(light.text.charCodeAt(at + 1)) ?? NONE)
        if (light.text.startsWith(name, at)) found.push({ name, owners, at });
    }
    for (const { name, owners, at } of found.toSorted((left, right) => right.name.length - left.name.length || left.at - right.at)) {
      const { start, end } = light.span(at, at + name.length);
      const isPlace = owners.some(({ kind }) => kind === "place");
      const follows = KATAKANA.test(light.text[at - 1] ?? "");
      // チョラック県 is no ラック県.
      const insideWord =
        (KATAKANA.test(name) && (follows || (KATAKANA.test(light.text[at + name.length] ?? "") && isPlace))) ||
        (isPlace && follows && KATAKANA_FIRST.test(name));
      const insideLatin =
        /^[a-z]/.test(name) && (/[a-z0-9]/.test(light.text[at - 1] ?? "") || /[a-z]/.test(light.text[at + name.length] ?? ""));
      const isOther = owners.every(
        ({ ja: { weak } }) => weak?.includes(name.toUpperCase()) && !isBesidePapers(light.text, at, at + name.length),
      );
      if (insideWord || insideLatin || isOther || taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      spots.push({ id: owners[0]?.id ?? "", start, end, name, owners });
    }
    const named = new Set(spots.flatMap(({ owners }) => owners.filter(({ of }) => of === undefined).map(({ id }) => id)));
    return spots
      .flatMap(({ start, end, name, owners }) => {
        // `赤肉` is of the fruit that the text names.
        const backed = owners.find(({ of }) => of === undefined || named.has(of)) ?? (name.length >= OWN_NAME_MIN ? owners[0] : undefined);
        return backed === undefined ? [] : [{ id: backed.id, start, end }];
      })
      .toSorted((left, right) => left.start - right.start);
  };
}

const NONE: readonly never[] = [];

/** Its names, 4C too, which is as well a temperature; what stands in brackets explains one and is not said with it. */
function namesOf(term: Term): { term: Term; name: string }[] {
  const names = [term.ja.name, ...(term.ja.aliases ?? []), ...(term.ja.weak ?? [])].map((name) => lightText(name.replace(/（.*?）/g, "")));
  return [...new Set(names)].map((name) => ({ term, name }));
}

/** チョラック for チョーラック: many writers draw no vowel of a Vietnamese place out. */
function undrawn({ term, name }: { term: Term; name: string }): { term: Term; name: string }[] {
  const short = name.replaceAll("ー", "");
  return term.kind === "place" && short !== name && short.length >= UNDRAWN_MIN ? [{ term, name: short }] : [];
}
/** A shorter one may be any word. */
const UNDRAWN_MIN = 5;
