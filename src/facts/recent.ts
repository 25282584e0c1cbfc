const KEPT = 16;
const LENGTH_MIN = 32;

/**
 * Remembers what was read of the last texts, `kept` of them: several readers look at the same text one after another, and a
 * seller's sentences come again in the next story. What is read must not be changed by who receives it, and may not hang on
 * what else `read` is given. Short texts are read faster than they are looked up.
 */
export function recent<T, More extends unknown[]>(
  read: (text: string, ...more: More) => T,
  { kept = KEPT, lengthMin = LENGTH_MIN, lengthMax = Infinity } = {},
): (text: string, ...more: More) => T {
  const known = new Map<string, T>();
  return (text, ...more) => {
    if (text.length < lengthMin || text.length > lengthMax) return read(text, ...more);
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text, ...more);
    if (known.size >= kept) known.delete(known.keys().next().value ?? "");
    known.set(text, result);
    return result;
  };
}
