import { said } from "#facts/said.ts";

/** `không phun thuốc 30 ngày trước hái`, `trước khi cắt 20 ngày không phun thuốc` are no `không phun thuốc`. */
export function isOnlyBeforeHarvest(notes: string, start: number, end: number): boolean {
  return FOR_A_WHILE.test(notes.slice(end, end + 40)) || WHILE_BEFORE.test(notes.slice(Math.max(0, start - 48), start));
}
const FOR_A_WHILE = new RegExp(`^[^.;,\\n]{0,12}${said("trước (?:khi |ngày |lúc )?(?:hái|cắt|thu|bán|ra)").source}`, "u");
const WHILE_BEFORE = new RegExp(`${said("trước (?:khi |ngày |lúc )?(?:hái|cắt|thu|bán|gặt|nhổ|bẻ)").source}[^.;,\\n]{0,24}$`, "u");
