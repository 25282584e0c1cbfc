/** What is made when it is first asked for, and then kept: most processes need only some of the languages and rules. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
