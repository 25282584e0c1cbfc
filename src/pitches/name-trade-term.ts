import { tradeTerms, type TradeTerm } from "#facts/trade-terms.ts";
import type { Named } from "./named-rows.ts";

/** The terms of trade that the words beside a price say: `giá FOB Hải Phòng`, `CIF Yokohama`, 工場渡し. */
export function nameTradeTerm(words: string): Named | undefined {
  const [term] = tradeTerms(words);
  return term && NAMES[term.id](term.port);
}

const NAMES: Record<TradeTerm["id"], (port: TradeTerm["port"]) => Named> = {
  fob: (port) => ({
    vi: port === undefined ? "giá FOB" : `giá FOB ${port.vi}`,
    en: port === undefined ? "FOB" : `FOB ${port.en}`,
    ja: `${port?.ja ?? ""}本船[ほんせん]渡[わた]し`,
  }),
  cif: (port) => ({
    vi: port === undefined ? "giá CIF" : `giá CIF ${port.vi}`,
    en: port === undefined ? "CIF" : `CIF ${port.en}`,
    ja: `${port === undefined ? "" : `${port.ja}までの`}運賃[うんちん]・保険料[ほけんりょう]込[こ]み`,
  }),
  exw: () => ({ vi: "giá EXW", en: "ex works", ja: "工場[こうじょう]渡[わた]し" }),
};
