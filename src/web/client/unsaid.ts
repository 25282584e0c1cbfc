/**
 * The words of a hypothesis that come after those already said. A recogniser may have changed its mind about the said
 * ones since (`ba mươi lăm` became `35`), so the cut is where what stands before it is most like them.
 */
export function unsaid(said: readonly string[], words: readonly string[]): readonly string[] {
  if (said.length === 0) return words;
  const costs = costsOfPrefixes(said, words);
  let best = Math.min(said.length, words.length);
  for (const [count, cost] of costs.entries()) {
    const isNearer = Math.abs(count - said.length) < Math.abs(best - said.length);
    const bestCost = costs[best] ?? Infinity;
    if (cost < bestCost || (cost === bestCost && isNearer)) best = count;
  }
  return words.slice(best);
}

/** What it costs to make the said words into the first so many of the others: a word put in, left out or changed costs one. */
function costsOfPrefixes(said: readonly string[], words: readonly string[]): number[] {
  let costs = Array.from({ length: words.length + 1 }, (_, count) => count);
  for (const [index, word] of said.entries()) {
    const next = [index + 1];
    for (let count = 1; count <= words.length; count += 1) {
      const changed = (costs[count - 1] ?? 0) + (isSame(words[count - 1], word) ? 0 : 1);
      next.push(Math.min(changed, (costs[count] ?? 0) + 1, (next[count - 1] ?? 0) + 1));
    }
    costs = next;
  }
  return costs;
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
