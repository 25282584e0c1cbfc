import { z } from "zod";
import { lightText } from "#facts/fold.ts";
import { isMet, neededBy, runsHeld, type Needs } from "#facts/needs.ts";
import { once } from "#facts/once.ts";
import { said } from "#facts/said.ts";
import { ports } from "#facts/trade-terms.ts";
import { ANSWERED_NO } from "#facts/shut-spans.ts";
import { LANGUAGES, marketSchema, type Language } from "#i18n/language.ts";
import type { Ground, Told } from "./ground.ts";
import { fillLists, matchRules, openRules } from "./match-rules.ts";
import { isOfSamples } from "./of-samples.ts";
import { isOnlyBeforeHarvest } from "./only-before-harvest.ts";
import data from "./rules/claim.json" with { type: "json" };
import materialsData from "./rules/materials.json" with { type: "json" };
import peoplesData from "./rules/peoples.json" with { type: "json" };

const lawSchema = z.strictObject({ source: z.string(), market: marketSchema, date: z.string() });
const words = { vi: z.string(), en: z.string(), ja: z.string() };
const claimSchema = z.strictObject({
  id: z.string(),
  law: z.string(),
  /** What a grower writes where it is so; marked words also match bare. Absent where only a fact will do. */
  held: z.string().optional(),
  /** What a grower writes where it must not be done: only against that is it a claim. */
  forbidden: z.string().optional(),
  ...words,
});
const claimsSchema = z.strictObject({
  /** Words that the patterns name as `{{list}}`: how a grower says "not", how Japanese says "none". */
  lists: z.record(z.string(), z.string()),
  laws: z.record(z.string(), z.strictObject({ vi: lawSchema, en: lawSchema, ja: lawSchema })),
  claims: z.array(claimSchema),
  /** Where goods may be sold abroad: each is a claim of its own. */
  countries: z.array(z.strictObject({ id: z.string(), held: z.string(), ...words })),
  /** Chains, airlines, hotels and makers: to be named as a buyer, a shop or a partner each must be the grower's word. */
  firms: z.array(z.strictObject({ id: z.string(), words: z.string(), ja: z.string() })),
});
const { lists, laws, claims: phrases, countries, firms } = claimsSchema.parse(data);
/** Woods, fibres, hides, metals: of another than the notes' nothing is made. */
const materialsSchema = z.strictObject({
  source: z.string(),
  date: z.string(),
  materials: z.array(z.strictObject({ id: z.string(), held: z.string(), ...words })),
});
const { materials } = materialsSchema.parse(materialsData);
/** Who grows, weaves or cooks: of no other people than the notes name. */
const peoplesSchema = z.strictObject({
  source: z.string(),
  date: z.string(),
  peoples: z.array(z.strictObject({ id: z.string(), held: z.string(), ...words })),
});
const { peoples } = peoplesSchema.parse(peoplesData);
/** What each term of trade is called before a port, and in Japanese behind one. */
const TERMS = {
  fob: { vi: "fob", en: "fob|free on board|on board", ja: "fob|本船渡" },
  cif: { vi: "cif", en: "cif|freight|insurance", ja: "cif|(?:海上)?運賃" },
  exw: { vi: "exw|ex-? ?works", en: "exw|ex[- ]?works", ja: "exw|工場渡" },
};
const AT = "(?: (?:giá|tính|tại|ở|cảng|đến|tới))*";
type Port = Record<Language, string>;

function portClaim({ vi, en, ja }: Port, terms: Record<string, Port>): Port {
  const named = (language: Language) =>
    Object.values(terms)
      .map((term) => term[language])
      .join("|");
  return {
    vi: `(?:${named("vi")})${AT} (?:${vi})`,
    en: `(?:${named("en")})(?: (?:price|at|to|in|as far as|port|of|the|is|from))* (?:${en})|(?:${en}) (?:${named("en")})(?= price| is|[.,;:]|$)`,
    ja: `(?:${named("ja")})の?(?:価格は)?${ja}|${ja}港?(?:まで|着|での?|渡し)?(?:の|は)?(?:${named("ja")})`,
  };
}

const claims: z.infer<typeof claimSchema>[] = [
  ...phrases,
  ...materials.map(({ id, ...material }) => ({ id: `made-of-${id}`, law: "practice", ...material })),
  ...peoples.map(({ id, held, vi, en, ja }) => ({
    id: `of-the-${id}`,
    law: "standing",
    held,
    vi: `(?:người|bà con|đồng bào|dân tộc|phụ nữ|chị em|nghệ nhân) (?:${vi})`,
    en: `(?:${en}) (?:famil(?:y|ies)|people|wom[ae]n|villagers?|farmers?|growers?|communit(?:y|ies)|weavers?|households?|makers?|elders?|artisans|hands|highlanders)`,
    ja: `(?:${ja})族`,
  })),
  ...countries.map(({ id, held, vi, en, ja }) => ({
    id: `sold-to-${id}`,
    law: "practice",
    // A grower may write of them in English or Japanese: "for US: 15 USD", 日本向け.
    held: `${held}|${en}|(?:${ja})\\p{L}*`,
    vi: `{{soldTo}} (?:${vi})`,
    en: `{{soldIn}} (?:${en})(?!,? (?:please|ask|write|contact))|(?:${en})[- ](?:approved|certified|cleared|registered|compliant)`,
    // `ドイツとオランダへ輸出`: each that is listed before it.
    ja: `(?:${ja})(?:(?:、|と|や|・|および)[一-鿿ァ-ヶー]{1,14}){0,4}{{soldThere}}`,
  })),
  ...ports.flatMap(({ said: names, en, ja }) => {
    const port = ja.replace(/\[[^\]]*\]/gu, "");
    const vi = names.join("|");
    const named = `(?:${[...names, port].join("|")})`;
    const claim = { law: "promise" };
    return [
      { id: `port-${en}`, ...claim, held: named, ...portClaim({ vi, en, ja: port }, TERMS) },
      ...Object.values(TERMS).map((term) => {
        const others = Object.values(TERMS).filter((other) => other !== term);
        // A port is any term's, but for one that the notes name right behind another.
        const held = `(?:${term.vi})${AT} ${named}|(?<!(?:${others.map((other) => other.vi).join("|")})${AT} )${named}`;
        return { id: `${term.vi.slice(0, 3)}-${en}`, ...claim, held, ...portClaim({ vi, en, ja: port }, { term }) };
      }),
    ];
  }),
  ...firms.map(({ id, words: names, ja }) => ({
    id: `firm-${id}`,
    law: "standing",
    held: `${names}|${ja}`,
    vi: names,
    en: names,
    ja,
  })),
];

/** What a text may say of the goods, the grower or the sale only where the notes do. */
export const claimRules = openRules({
  rules: claims.flatMap((claim) =>
    LANGUAGES.map((language) => ({
      id: claim.id,
      language,
      ...laws[claim.law]?.[language],
      patterns: [fillLists(claim[language], lists)],
    })),
  ),
});
const holds = readyMade("held");
const forbids = readyMade("forbidden");

type Sought = { pattern: RegExp; needs: Needs };
/** By claim, what the notes are looked through for; made when it is first asked for. */
function readyMade(side: "held" | "forbidden"): ReadonlyMap<string, () => Sought> {
  const sought = (pattern: RegExp) => ({ pattern, needs: neededBy(pattern) });
  return new Map(
    claims.flatMap(({ id, [side]: written }): [string, () => Sought][] =>
      written === undefined ? [] : [[id, once(() => sought(said(fillLists(written, lists))))]],
    ),
  );
}

/** `ca chua VietGAP`, `nem chua OCOP`: sour, and no denial; `ca chua co VietGAP` may be one. */
const NOT_YET_SO = "~chưa|(?<!(?:cà|dưa|nem|khế|sữa|măng|mắm|canh|me|vị|hơi|thịt|men) )~chua|~chua(?= (?:~co|~duoc|~dat))";
/** Bare of its mark `chuối tiêu hồng`, `ruột hồng` has no `hông` either. */
const ROSY = "(?<!(?:hoa|tieu|chuoi|ruot|mau|canh|cam|song|buoi|treo|tra|men|dat|phan) )";
const NEGATED = new RegExp(
  `(?<!\\d|chân |chan )${said(`(?:không|ko|k|hok|hk|khum|${NOT_YET_SO}|~hông|~hổng|${ROSY}hong|chẳng|(?<!hun |xông |ám |lửa |bếp |ít )khỏi)(?: có| được| còn| phải| giao| nhận| ship| gửi| bao| hỗ trợ)*`).source}\\s*$`,
  "u",
);

/** Said, and not vouched for: `không phẩm màu thì chưa chắc`. */
const UNSURE = new RegExp(`^[^.;,\\n]{0,8}${said("(?:chưa|không|ko) (?:dám|chắc|chắc chắn)").source}`, "u");

/** A sample sent, an order hoped for: not so yet. */
const NOT_YET = said(
  "(?:gửi|chào|xin|làm) ~mẫu|chưa(?! (?:bao |gồm|kể|tính|có (?:ship|thuế|vat)|thuế|ship|phí|vat|trừ))|sắp|dự định|đang (?:xin|chờ|đề nghị|hoàn thiện|làm (?:hồ sơ|thủ tục|giấy|mã))|muốn|chuẩn bị|sẽ|năm sau|sang năm",
);
/** `xuất FOB, CIF thì chưa làm`, `xuất Đức rồi, Mỹ đang chờ giấy`: said of the other. */
const OF_ANOTHER = new RegExp(
  `, ?(?:[^\\s,]+ ){1,3}thì [^,]*|, ?(?:còn |bên |đi |sang )*${said("nhật|mỹ|úc|hàn|trung|đài loan|châu âu|eu|pháp|đức|thái|singapore|nga|canada").source}(?: (?:bản|quốc|lan))? (?:mới |còn )?(?:đang|chưa|sắp|chờ|gửi)[^,;]*`,
  "u",
);
const ASKED_AND_DENIED = new RegExp(`^[^.;,\\n]{0,12}${ANSWERED_NO}`, "u");
const TITLES = ["geographical", "listed", "recognised"];
const MAY_BE_PLANNED = new RegExp(`^(?:export|sold-to-|abroad|outlets|tested|civet|iso|${TITLES.join("|")})`, "u");

/** True where the grower's own words say as much; looked up once for all texts. */
export function holdsClaim(ground: Ground, id: string): boolean {
  const known = ground.claims.get(id);
  if (known !== undefined) return known;
  const found = mayDo(ground, id) ?? isWritten(ground, id);
  ground.claims.set(id, found);
  return found;
}

/** True of claims that the notes forbid: their words in the notes stand behind a "do not". */
export function isAgainstAdvice(id: string): boolean {
  return forbids.has(id);
}

/** Of what must first be forbidden to be a claim: false where the notes forbid it, and ask for it nowhere else. */
function mayDo({ notes }: Ground, id: string): boolean | undefined {
  const forbidden = forbids.get(id)?.();
  if (forbidden === undefined) return undefined;
  const rest = notes.replace(forbidden.pattern, ";");
  return rest === notes || isWritten({ notes: rest }, id);
}

function isWritten({ notes }: Pick<Ground, "notes">, id: string): boolean {
  const sought = holds.get(id)?.();
  if (sought === undefined || !isMet(sought.needs, runsHeld(notes))) return false;
  return [...notes.matchAll(sought.pattern)].some(({ index, 0: { length } }) => {
    if (id === "free-shipping" && isOfSamples(notes, "vi", { start: index, end: index + length })) return false;
    if (!isSaidSo({ notes }, index, index + length) || isOnlyPlanned({ notes }, id, index, index + length)) return false;
    return !(id.startsWith("no-") && isOnlyBeforeHarvest(notes, index, index + length));
  });
}

/** True of what others grant, and of what the notes hope for: it may be told that it is under way. */
export function mayBeUnderWay({ notes }: Ground, id: string): boolean {
  if (TITLES.includes(id)) return true;
  const pattern = MAY_BE_PLANNED.test(id) ? holds.get(id)?.().pattern : undefined;
  return pattern !== undefined && [...notes.matchAll(pattern)].some(({ index, 0: { length } }) => isPlanned(notes, index, index + length));
}

/** True of what the notes hope for: a sample sent abroad, a title asked for. */
export function isOnlyPlanned({ notes }: Pick<Ground, "notes">, id: string, start: number, end: number): boolean {
  return MAY_BE_PLANNED.test(id) && isPlanned(notes, start, end);
}

/** False for what the notes deny before it, or are not sure of or deny behind it. */
export function isSaidSo({ notes }: Pick<Ground, "notes">, start: number, end: number): boolean {
  return !isTakenBack(notes.slice(end, end + 30)) && !isNegated(notes, start);
}

/** True of what the words before it deny, in lightened text: `không sấy máy`. */
export function isNegated(notes: string, start: number): boolean {
  const before = notes.slice(Math.max(0, start - 14), start);
  return NEGATED.test(before) && !(before.endsWith("hong ") && HUNG_TO_DRY.test(notes.slice(start, start + 12)));
}
/** Bare of its mark `hong gác bếp` is no denial. */
const HUNG_TO_DRY = /^(?:gac|khoi|gio|bep|nang|than|lua|kho)(?!\p{L})/u;

/** True of what follows where it is not sure of what it follows, or denies it: `Cà phê chồn? không phải`. */
export function isTakenBack(after: string): boolean {
  return UNSURE.test(after) || ASKED_AND_DENIED.test(after);
}

function isPlanned(notes: string, start: number, end: number): boolean {
  const before = /[^.;\n]*$/u.exec(notes.slice(Math.max(0, start - 60), start))?.[0] ?? "";
  const after = (/^[^.;\n]*/u.exec(notes.slice(end, end + 60))?.[0] ?? "").replace(OF_ANOTHER, "");
  return (before + notes.slice(start, end) + after).search(NOT_YET) !== -1;
}

/** True where a text makes a claim, held or not. */
export function tellsClaim(told: Told, id: string): boolean {
  const found = matchRules(told, claimRules, (other) => other === id);
  return found.some((one) => id !== "free-shipping" || !isOfSamples(told.text, told.language, one));
}

/** True where the notes name the country that a Vietnamese name is of: `Mỹ` of "for US". */
export function namesCountry(ground: Ground, name: string): boolean {
  return countries.some(({ id, vi }) => new RegExp(`^(?:${vi})$`, "u").test(lightText(name)) && holdsClaim(ground, `sold-to-${id}`));
}
