/** Names and loan words, as they stand in a text. */
export function katakanaIn(text: string): readonly string[] {
  return text.match(/[\u30a1-\u30fa\u30fc]{3,}/gu) ?? [];
}

/** Without what is drawn out or glides into an `n` or a `k`, a `v` as a `b`; a stop at a syllable's end is half heard. */
export function plainKana(word: string): string[] {
  const plain = word
    .replace(/[ー・\p{Script=Han}]/gu, "")
    .replace(/ヴ[ァィェォ]?/gu, (sound) => KANA_B[sound] ?? "ブ")
    .replace(/(?<=[アカガサザタダナハバパマヤラワャ])イ(?=ン)/gu, "")
    .replace(/(?<=[ウクスツヌフムユルグズブプ])オ(?=[クッン])/gu, "");
  return [plain.replaceAll("ッ", ""), plain.replace(/ッ[トクプ]?/gu, "")];
}
const KANA_B: Readonly<Record<string, string>> = { ヴァ: "バ", ヴィ: "ビ", ヴェ: "ベ", ヴォ: "ボ" };
