/** A number from words, the same on every machine (FNV-1a). */
export function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The same things in an order of the seed's own. */
export function shuffle<T>(things: readonly T[], seed: string): T[] {
  return things
    .map((thing, index) => ({ thing, rank: hashOf(`${seed}:${index}`) }))
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ thing }) => thing);
}

/** The same things from the `from`th on, round to the one before it. */
export function rotate<T>(things: readonly T[], from: number): T[] {
  const start = from % Math.max(things.length, 1);
  return [...things.slice(start), ...things.slice(0, start)];
}
