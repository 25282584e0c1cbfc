import type { Folded } from "./fold.ts";

/** Remembers what was read of a text for as long as the text is held. What is read must not be changed by who receives it. */
export function oncePerText<T extends object>(read: (light: Folded) => T): (light: Folded) => T {
  const known = new WeakMap<Folded, T>();
  return (light) => {
    const before = known.get(light);
    if (before !== undefined) return before;
    const result = read(light);
    known.set(light, result);
    return result;
  };
}
