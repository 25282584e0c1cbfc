/**
 * Looks up the longest of many strings that stands at a place of a text: its number among them, -1 where none does. They are
 * given sorted by their units. Letter by letter side by side in memory: it is asked at thousands of places of a text, between
 * two texts nothing of it stays at hand, and what lies far apart is fetched from afar each time.
 */
export function openLongestAt(sorted: readonly string[]): (text: string, at: number) => number {
  const tree = treeOf(sorted);
  const units = Uint16Array.from(tree, ({ unit }) => unit);
  const longest = Int32Array.from(tree, (node) => node.longest);
  const children = Int32Array.from([...tree.map(({ firstChild }) => firstChild), tree.length]);
  const begun = begunBy(units, children[1] ?? 1);
  return (text, at) => {
    let node = at < text.length ? (begun[text.charCodeAt(at)] ?? 0) : 0;
    if (node === 0) return longest[0] ?? -1;
    for (let place = at + 1; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      const end = children[node + 1] ?? 0;
      let low = children[node] ?? 0;
      for (let high = end; low < high;) {
        const middle = (low + high) >> 1;
        if ((units[middle] ?? 0) < unit) low = middle + 1;
        else high = middle;
      }
      if (low === end || units[low] !== unit) break;
      node = low;
    }
    return longest[node] ?? -1;
  };
}

/** By its unit, which of the many children of the first node stands for it; 0 where none does. */
function begunBy(units: Uint16Array, end: number): Int32Array {
  const begun = new Int32Array(end > 1 ? (units[end - 1] ?? 0) + 1 : 0);
  for (let node = 1; node < end; node += 1) begun[units[node] ?? 0] = node;
  return begun;
}

/** What begins with the same `depth` units, `from` one of the strings `to` another, the last unit of them, and the longest string that they hold. */
type Node = { from: number; to: number; depth: number; unit: number; longest: number; firstChild: number };

/** Level by level, so that the children of each node stand together, sorted, behind those of the node before it. */
function treeOf(sorted: readonly string[]): Node[] {
  const tree: Node[] = [{ from: 0, to: sorted.length, depth: 0, unit: 0, longest: sorted[0] === "" ? 0 : -1, firstChild: 0 }];
  for (const node of tree) {
    const { to, depth } = node;
    node.firstChild = tree.length;
    for (let from = sorted[node.from]?.length === depth ? node.from + 1 : node.from, next = from; from < to; from = next) {
      const unit = unitOf(sorted, from, depth);
      while (next < to && unitOf(sorted, next, depth) === unit) next += 1;
      const longest = sorted[from]?.length === depth + 1 ? from : node.longest;
      tree.push({ from, to: next, depth: depth + 1, unit, longest, firstChild: 0 });
    }
  }
  return tree;
}

function unitOf(strings: readonly string[], which: number, depth: number): number {
  return strings[which]?.charCodeAt(depth) ?? 0;
}
