import { keyOf } from "./goods.ts";
import { NO_WAY } from "./sending-clauses.ts";
import type { Clause } from "./tell-clauses.ts";

/** That something is sent at all goes without saying where it is told how: such a fact is told by the way itself. */
export function inParticular(clauses: readonly Clause[]): Clause[] {
  const ways = clauses.filter(({ id, frame }) => frame === "tell.delivery" && !NO_WAY.has(id));
  return clauses.map((clause) => {
    const way = clause.id === "delivers" ? ways.find((other) => keyOf(other.goods) === keyOf(clause.goods)) : undefined;
    return way === undefined ? clause : { ...way, fact: { ...way.fact, id: clause.fact.id } };
  });
}

/** Alone a FOB price is the price for export, and goods that are collected are not sent; beside others each is one of two. */
export function besideOthers(clauses: readonly Clause[]): readonly Clause[] {
  const isCif = clauses.some(({ id }) => id === "cif" || id === "cif-at");
  const isSent = clauses.some(({ id, frame }) => frame === "tell.delivery" && !NO_WAY.has(id));
  return clauses.map((clause) => ({
    ...clause,
    id: (isCif ? BESIDE_CIF : {})[clause.id] ?? (isSent ? BESIDE_SENDING : {})[clause.id] ?? clause.id,
  }));
}
const BESIDE_CIF: Readonly<Record<string, string>> = { fob: "fob-beside", "fob-at": "fob-beside-at" };
const BESIDE_SENDING: Readonly<Record<string, string>> = { "pick-up": "pick-up-too" };
