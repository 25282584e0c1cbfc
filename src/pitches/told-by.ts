/** Phrases that another one tells too. */
const TOLD_BY: Readonly<Partial<Record<string, string>>> = {
  carton: "export-carton",
  "hand-picked": "one-bud-two-leaves",
  "hang-up": "hang-airy",
  "airy-place": "hang-airy",
};

/** What fish is fermented in; with how long, where the notes say it. */
const VESSELS: ReadonlySet<string> = new Set(["barrel", "jar-lu", "jar-chum"]);
export const FERMENTED: ReadonlySet<string> = new Set([...VESSELS, "fermented"]);

/** `ủ chượp thùng gỗ` says one thing, and so does `ủ 5 ngày trong sọt tre`. */
export function isToldBy(id: string, known: readonly { id: string }[]): boolean {
  const whole = TOLD_BY[id];
  if (whole !== undefined) return known.some((other) => other.id === whole);
  if (id === "fermented") return known.some((other) => VESSELS.has(other.id));
  return VESSELS.has(id) && known.some((other) => other.id === "brewed");
}
