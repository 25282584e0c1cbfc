export type WholeItem = { list: string; item: unknown };

/**
 * Reads a JSON object while it is still being written: each call takes the text so far and gives the objects that have become
 * whole in its top-level arrays since the last one, with their array's name. Text that turns out to be no JSON gives nothing more.
 */
export function openItemReader(): (text: string) => WholeItem[] {
  let at = 0;
  let depth = 0;
  let quotedFrom: number | undefined;
  let list = "";
  let itemFrom: number | undefined;
  return (text) => {
    const items: WholeItem[] = [];
    for (; at < text.length; at += 1) {
      const letter = text.charAt(at);
      if (quotedFrom !== undefined) {
        if (letter === "\\") {
          // What is escaped has not come yet: the next call begins here again.
          if (at + 1 >= text.length) return items;
          at += 1;
        } else if (letter === '"') {
          if (depth === 1) list = text.slice(quotedFrom + 1, at);
          quotedFrom = undefined;
        }
      } else if (letter === '"') quotedFrom = at;
      else if (letter === "{" || letter === "[") {
        depth += 1;
        if (letter === "{" && depth === 3) itemFrom = at;
      } else if (letter === "}" || letter === "]") {
        if (letter === "}" && depth === 3 && itemFrom !== undefined) items.push(...parsed(list, text.slice(itemFrom, at + 1)));
        depth -= 1;
      }
    }
    return items;
  };
}

function parsed(list: string, text: string): WholeItem[] {
  try {
    return [{ list, item: JSON.parse(text) }];
  } catch {
    return [];
  }
}
