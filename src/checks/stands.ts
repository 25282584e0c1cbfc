import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";

/** "Booth 45", 45番ブース of the notes' `gian số 45`: which stand at a fair, counted nowhere else. */
export function isStand({ dimension, min, max, start, end }: AmountMention, { text, ground }: Told): boolean {
  if (min !== max || !(dimension === "none" || dimension === "count")) return false;
  if (!BEFORE.test(text.slice(Math.max(0, start - REACH), start)) && !AFTER.test(text.slice(end, end + REACH))) return false;
  return [...ground.notes.matchAll(NOTED)].some(({ groups }) => Number(groups?.number) === max);
}
const REACH = 16;
const BEFORE = /(?:(?<!\p{L})(?:gian|quầy|sạp|lô|kiốt|ki ốt|stand|booth|stall|table)(?: hàng)?(?: số| no\.?| number)?|ブース)[ :]?$/iu;
const AFTER = /^(?:番)?(?:の)?(?:ブース|小間|区画)/u;
const NOTED = /(?<!\p{L})(?:gian|quầy|quay|sạp|sap|lô|kiốt|kiot|ki ốt|booth)(?: hàng| hang)?(?: số| so)? ?(?<number>\d{1,4})(?!\d)/gu;
