/** Clauses as one sentence. `isEither`: two places, of which one will do, `để ngăn đông hoặc ngăn mát`. */
export function joinInVietnamese(clauses: readonly string[], isEither: boolean): string {
  if (isEither) return clauses.map((clause, at) => (at > 0 ? clause.replace(/^để /u, "") : clause)).join(" hoặc ");
  return clauses.reduce(goOn);
}

/** `gửi qua nhà xe đi Sài Gòn và Hà Nội` is one breath; `giao nội thành, gửi đi toàn quốc` are two ways. */
function goOn(told: string, clause: string): string {
  if (clause.startsWith("đi ") && / giao [^,]*$/u.test(told)) return `${told}, gửi ${clause}`;
  if (!clause.startsWith("đi ") || told.endsWith(" toàn quốc")) return `${told}, ${clause}`;
  return / (?:đi|đến|tới) \p{Lu}[^,]+$/u.test(told) ? `${told} và ${clause.slice(3)}` : `${told} ${clause}`;
}
