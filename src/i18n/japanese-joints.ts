/**
 * Where a Japanese phrase that is long for a line may be broken too, between whole words: before a verb that helps
 * another (食べて｜いただく, お知らせ｜ください), and after what joins two clauses (たら, ので, けど, ように, と｜思う).
 */
export function japaneseJoints(phrase: string): number[] {
  return [...phrase.matchAll(JOINT)].map(({ index }) => index).filter((at) => at > 0 && at < phrase.length);
}

/** What follows a condition; `たら` inside はたらく or あたらしい is followed by none of them. */
const WISH = String.raw`うれし|ありがた|たすか|さいわい|いい(?=[なでとのか])|よ[いかろ]|ぜひ|どうぞ|すぐ|もう|また|ごめん|お(?=[\p{Script=Han}しね])|\p{Script=Han}|\p{Script=Katakana}`;
const THINK = String.raw`お[もっ]|いう|いっ|うれし|ありがた|たすか|おなじ|さらに|すぐ|\p{Script=Han}`;
const JOINT = new RegExp(
  [
    String.raw`(?<=[てで])(?=いただ|くださ|くれ|もら[いうえおっわ]|ほし[いくか]|しま[いうえおっわ]|あげ|お[いかきくこりら]|み[てるたまなよ])`,
    String.raw`(?<=[\p{Script=Han}えけせべめれげりきしちみび])(?=いただ|くださ)`,
    String.raw`(?<=[っいしきえけせねべめれげじ]たら|んだら|れば)(?=${WISH})`,
    String.raw`(?<=[るたいうすむくぐつぬぶなん]ので)(?![すしはもき、。！？])`,
    String.raw`(?<=(?:ます|です|ました|でした|ません|だ)から)(?!こそ|[はもだでのがないとねよか、。！？])`,
    String.raw`(?<=[すたいるんだ](?:けれども|けども|けれど(?!も)|けど(?!も)))(?![、。！？])`,
    String.raw`(?<=(?:ます|です|ました|でした|ません)が)(?![らたっち、。！？])`,
    String.raw`(?<=[るいすたんだなの]と)(?=${THINK})`,
    String.raw`(?<=[るたい]ように)(?![はもにとでかのら、。！？]|な(?![りっる]))`,
    String.raw`(?<=(?:なければ|なくては|[っいしんえけせべめれ][てで]は))(?=なら|なり|いけ)`,
    String.raw`(?<=では)(?=あり|ない|なく|ござ)`,
    String.raw`(?<=かも)(?=しれ)`,
  ].join("|"),
  "gu",
);

/** Pages leave phrases to the browser, which knows no joints: a run of kana so long is mostly one phrase, whatever stands before it. */
const RUN = /[^\p{Script=Hiragana}、。，．！？!?…・\s]*\p{Script=Hiragana}+/gu;
const RUN_MAX = 8;

/** `held`: a page may break a line before it, as it would not by itself, and not within it. */
export type JointedPart = { text: string; held: boolean };

/** A text in parts, to be shown one after the other. */
export function splitAtJoints(text: string): JointedPart[] {
  const parts: JointedPart[] = [];
  let from = 0;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const joints = run.length <= RUN_MAX ? [] : japaneseJoints(run).map((at) => index + at);
    const [first] = joints;
    if (first === undefined) continue;
    const end = index + run.length;
    parts.push({ text: text.slice(from, first), held: false });
    parts.push(...joints.map((at, nth) => ({ text: text.slice(at, joints[nth + 1] ?? end), held: true })));
    from = end;
  }
  return [...parts, { text: text.slice(from), held: false }];
}
