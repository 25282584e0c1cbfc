const graphemes = new Intl.Segmenter("vi");
/** A last word longer than the rest of this share is cut through: it is no word but a run of kana. */
const WORD_SHARE = 0.8;

/** A text cut until it fits, at the end of a word where there are spaces, with an ellipsis; as it is where it fits. */
export function cutText(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const ends = [...graphemes.segment(text)].map(({ index }) => index);
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${text.slice(0, ends[middle])}…`)) low = middle;
    else high = middle - 1;
  }
  const cut = text.slice(0, ends[low]);
  const atWord = /^.*\S(?=\s+\S*$)/su.exec(cut)?.[0] ?? "";
  return `${(atWord.length > cut.length * WORD_SHARE ? atWord : cut).trimEnd()}…`;
}

/** At most so many characters, as people count them. */
export const upTo =
  (max: number) =>
  (text: string): boolean =>
    [...text].length <= max;
