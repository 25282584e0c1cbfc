/** A clause as it ends a Japanese sentence and as it runs on, 着色料は使っていません and 着色料は使わず; `of`: the fact that says it. */
export type JapaneseClause = { id: string; of: string; ends: string; runsOn: string };

/** Clauses as one sentence: all but the last run on, and what several share is said once. */
export function joinInJapanese(clauses: readonly JapaneseClause[]): string {
  const told = listAlike(sendThere(clauses));
  const goOn = told.every(({ id }) => PLACES_TO_KEEP.has(id)) ? orElse : ({ runsOn }: JapaneseClause) => runsOn;
  return told.map((clause, at) => (at === told.length - 1 ? clause.ends : goOn(clause))).join("、");
}

const THERE = /^(.+へ)(?:お届\[とど\]け|発送\[はっそう\])し$/u;
const BY_WAY = /お送\[おく\]りします$/u;
const HOW_SOON: ReadonlySet<string> = new Set(["delivery-time", "same-day", "next-day"]);

/** The one place of a fact with how or how soon: サイゴンへ長距離バス便でお送りします, サイゴンへは、お届けまで2日です. */
function sendThere(clauses: readonly JapaneseClause[]): JapaneseClause[] {
  return clauses.flatMap((clause) => {
    const beside = clauses.filter(({ of }) => of === clause.of);
    const places = beside.filter(({ runsOn }) => THERE.test(runsOn));
    const goes = beside.find(({ ends }) => BY_WAY.test(ends)) ?? beside.find(({ id }) => HOW_SOON.has(id));
    const place = THERE.exec(places[0]?.runsOn ?? "")?.[1];
    if (places.length !== 1 || place === undefined || goes === undefined) return [clause];
    if (clause === places[0]) return [];
    if (clause !== goes) return [clause];
    const there = BY_WAY.test(goes.ends) ? place : goes.id === "delivery-time" ? `${place}は、` : `${place}は`;
    return [{ ...goes, ends: there + goes.ends, runsOn: there + goes.runsOn }];
  });
}

/** Nobody keeps goods in both. */
export const PLACES_TO_KEEP: ReadonlySet<string> = new Set(["fridge", "freezer", "cool-place", "room-temperature"]);
/** 涼しい場所に置くか、… */
function orElse({ runsOn }: JapaneseClause): string {
  return `${runsOn.replace(/し$/u, "する").replace(/き$/u, "く")}か`;
}

const TOWNS: ReadonlySet<string> = new Set(["saigon", "hanoi"]);
const ANY: ReadonlySet<string> | undefined = undefined;
/** Clauses with the same verb: `shared` as it ends and as it runs on, and what stands between and behind the things of the list. */
const ALIKE = [
  {
    shared: ["は使[つか]っていません", "は使[つか]わず"],
    between: "も",
    behind: "も",
    verb: ["使[つか]っていません", "使[つか]わず"],
    only: ANY,
  },
  { shared: ["を使[つか]っています", "を使[つか]い"], between: "と", behind: "を", verb: ["使[つか]っています", "使[つか]い"], only: ANY },
  {
    shared: ["で保存[ほぞん]してください", "で保存[ほぞん]し"],
    between: "か",
    behind: "で",
    verb: ["保存[ほぞん]してください", "保存[ほぞん]し"],
    only: PLACES_TO_KEEP,
  },
  {
    shared: ["へお届[とど]けします", "へお届[とど]けし"],
    between: "と",
    behind: "へ",
    verb: ["お届[とど]けします", "お届[とど]けし"],
    only: TOWNS,
  },
] as const;

/** ホウ砂も着色料も使っていません; what is said of a time only, 栽培期間中、…, is not listed. */
function listAlike(clauses: readonly JapaneseClause[]): JapaneseClause[] {
  const runs: JapaneseClause[][] = [];
  for (const clause of clauses) {
    const before = runs.at(-1)?.at(-1);
    if (before !== undefined && alike(clause) !== undefined && alike(before) === alike(clause)) runs.at(-1)?.push(clause);
    else runs.push([clause]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    const row = first && alike(first);
    if (first === undefined || row === undefined || run.length < 2) return run;
    const things = run.map(({ ends }) => ends.slice(0, -row.shared[0].length)).join(row.between) + row.behind;
    return [{ ...first, ends: things + row.verb[0], runsOn: things + row.verb[1] }];
  });
}

function alike({ id, ends }: JapaneseClause): (typeof ALIKE)[number] | undefined {
  return ALIKE.find(({ shared, only }) => ends.endsWith(shared[0]) && !ends.includes("、") && (only === undefined || only.has(id)));
}
