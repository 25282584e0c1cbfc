/** One row of the score; `atMost`: smaller is better. */
export type Bar = { name: string; value: number; must: number; aim: number; atMost?: boolean };

export function isMet({ value, must, atMost }: Bar): boolean {
  return atMost === true ? value <= must : value >= must;
}

/** Says what a case got wrong; silent unless asked. */
export type Tell = (...words: string[]) => void;
