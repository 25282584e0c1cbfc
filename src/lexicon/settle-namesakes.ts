import type { Token } from "#facts/tokens.ts";

type Named = {
  id: string;
  at: number;
  length: number;
  proper: boolean;
  entry: { kind: string; wide: boolean; provinces?: readonly string[]; withProvince?: boolean };
};

/**
 * Of the places of one name (`Châu Thành`, `Bảo Lâm`) that one whose province the text names; where it names none, those are left
 * out that their name alone does not tell.
 */
export function settleNamesakes<Spot extends Named>(spots: readonly Spot[], tokens: readonly Token[]): Spot[] {
  const places = spots.filter(({ entry }) => entry.kind === "place");
  const near = (spot: Named) => nearness(spot, places, tokens);
  return spots.filter((spot) => {
    const { id, at, length, entry } = spot;
    const rivals = entry.kind === "place" ? places.filter((other) => other.id !== id && other.at === at && other.length === length) : [];
    if (rivals.length === 0 && entry.withProvince !== true) return true;
    const own = near(spot);
    // A province's name is a district's only right before its own: `Quảng Ninh, Quảng Bình`.
    if (own < BEHIND && rivals.some((rival) => rival.entry.wide)) return false;
    const least = entry.wide ? BEHIND : own + 1;
    if (rivals.some((rival) => near(rival) >= least)) return false;
    return entry.withProvince !== true || (own > 0 && !rivals.some((rival) => rival.entry.withProvince === true && near(rival) === own));
  });
}

const BEHIND = 3;

/** How near the text names a place's province, before 2025 or now: right behind it, elsewhere, or nowhere. */
function nearness(spot: Named, places: readonly Named[], tokens: readonly Token[]): number {
  const [now, before] = spot.entry.provinces ?? [];
  const next = spot.at + spot.length;
  const others = places.filter(({ at, length }) => at >= next || at + length <= spot.at);
  const behind = others.filter(({ at }) => at >= next && tokens.slice(next, at).every(isBetween));
  if (behind.some((other) => liesIn(other, before, -1))) return BEHIND + 1;
  if (behind.some((other) => liesIn(other, now, 0))) return BEHIND;
  // `giá thống nhất`: a name in small letters needs its province beside it.
  if (!spot.proper) return 0;
  if (others.some((other) => liesIn(other, before, -1))) return 2;
  return others.some((other) => liesIn(other, now, 0)) ? 1 : 0;
}

/** `Châu Thành, tỉnh Long An`, `Bảo Lâm (Cao Bằng)`, `Bảo Lâm - Cao Bằng`. */
function isBetween({ kind, plain }: Token): boolean {
  return kind === "symbol" ? /[,(–-]/u.test(plain) : plain === "tinh";
}

/** The province itself, or a smaller place of it. */
function liesIn({ id, entry }: Named, province: string | undefined, which: 0 | -1): boolean {
  return id === province || (!entry.wide && province !== undefined && entry.provinces?.at(which) === province);
}
