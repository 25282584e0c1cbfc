import { foldText } from "#facts/fold.ts";

/** `giấy kiểm dịch` alone is read as of plants, and is of animals where those are sold. */
export function isOfAnimals(id: string, quote: string): boolean {
  return id === "cert.veterinary" && /(?<!\p{L})kiem dich$/u.test(foldText(quote));
}
