import type { FactKind } from "#facts/fact.ts";

type Tone = "goods" | "place" | "money" | "time" | "proof" | "order";

/** The colour of a kind: six that can be told apart, not twenty that cannot. */
export const FACT_TONES: Record<FactKind, Tone> = {
  product: "goods",
  variety: "goods",
  size: "goods",
  taste: "goods",
  sweetness: "goods",
  origin: "place",
  grower: "place",
  story: "place",
  price: "money",
  stock: "money",
  pack: "money",
  "minimum-order": "money",
  season: "time",
  storage: "time",
  "shelf-life": "time",
  certification: "proof",
  practice: "proof",
  award: "proof",
  delivery: "order",
  contact: "order",
};
