import type { SaidNumber } from "#facts/said-number.ts";
import type { Token } from "#facts/tokens.ts";
import { readVietnameseNumber } from "#facts/vietnamese-numbers.ts";
import { isHalf, isPoint } from "#facts/vietnamese-words.ts";

/** A number as the reader of notes knows it, and as it is said aloud: `1 phẩy 2`, `hai rưỡi`, `2 triệu 1 mỗi ký`. */
export function readSpokenNumber(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const said = readVietnameseNumber(tokens, at);
  if (said === undefined || !Number.isInteger(said.value)) return said;
  const hundreds = hundredsAt(tokens, at, said);
  if (hundreds !== undefined) return hundreds;
  const [after, next] = [tokens[said.next], tokens[said.next + 1]];
  const longer = (value: number, count: number) => ({ ...said, value, next: said.next + count, words: said.words + count });
  if (said.scaled) return isOne(after) && isPer(next) && said.value % 1e6 === 0 ? longer(said.value + 1e5, 1) : said;
  if (isPoint(after) && next?.kind === "digits") return longer(Number(`${said.value}.${next.text}`), 2);
  return isHalf(after) && said.value < HALVED_BELOW ? longer(said.value + 0.5, 1) : said;
}

/** `mười tám rưỡi`; a hundred and a half is a hundred and fifty. */
const HALVED_BELOW = 100;
const isOne = (token: Token | undefined): boolean => token?.text === "1" || token?.text === "một";
const isPer = (token: Token | undefined): boolean => isOne(token) || token?.text === "mỗi" || token?.text === "/";

/** `giá ba bảy lăm` is 375, `giá hai hai lăm nghìn` 225,000: so it is said of money, behind the word for it. */
function hundredsAt(tokens: readonly Token[], at: number, said: SaidNumber): SaidNumber | undefined {
  if (!said.spelled || said.words !== 1 || said.value > 9 || !PRICED.test(tokens[at - 1]?.text ?? "")) return undefined;
  const rest = readVietnameseNumber(tokens, said.next);
  if (rest === undefined || !rest.spelled || !/^(?:lăm|nhăm|mốt|tư)$/.test(tokens[said.next + 1]?.text ?? "")) return undefined;
  const scale = rest.scaled ? 1_000 : 1;
  const isTens = rest.value >= 20 * scale && rest.value < 100 * scale && rest.value % scale === 0;
  return isTens ? { ...rest, value: said.value * 100 * scale + rest.value, words: rest.words + 1 } : undefined;
}
const PRICED = /^(?:giá|là|còn|chỉ|có|bán|đúng)$/;
