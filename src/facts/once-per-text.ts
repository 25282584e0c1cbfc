/** Remembers what was read of a text, lightened or read, or of something in it, for as long as that is held. What is read must not be changed by who receives it. */
export function oncePerText<K extends object, T extends object>(read: (text: K) => T): (text: K) => T {
  const known = new WeakMap<K, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    known.set(text, result);
    return result;
  };
}
