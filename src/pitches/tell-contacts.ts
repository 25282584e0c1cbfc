import type { Fact } from "#facts/fact.ts";
import { channelTold } from "#facts/phone-channels.ts";
import { readPhones } from "#facts/phones.ts";
import type { Slot, Telling } from "./sentence.ts";
import { writeChoice } from "./write-list.ts";

const WRITTEN = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)\S+|(?<![\w.])@[\w.]{3,}/;

/** The numbers to call in one sentence, those of each app in another, then the addresses to write to. */
export function tellContacts(contacts: readonly Fact[]): Telling[] {
  const numbers = contacts.filter((fact) => phonesOf(fact).length > 0);
  const groups = Map.groupBy(numbers, (fact) => wayOf(fact, numbers));
  const told = [...groups].flatMap(([way, facts]): Telling[] => {
    const phones = [...new Set(facts.flatMap(phonesOf))];
    const app = way.split(":")[1];
    const factIds = facts.map(({ id }) => id);
    const phone: Slot = { factIds, text: (language) => writeChoice(phones, language) };
    return [{ key: way.split(":")[0] ?? "", slots: app === undefined ? { phone } : { phone, app: { factIds, text: () => app } } }];
  });
  const written = contacts.flatMap(({ id, quote }): Telling[] => {
    const address = WRITTEN.exec(quote)?.[0];
    return address === undefined ? [] : [{ key: "contact-written", slots: { address: { factIds: [id], text: () => address } } }];
  });
  return [...told.toSorted((left, right) => Number(left.key === "contact-app") - Number(right.key === "contact-app")), ...written];
}

/** The phrase for how a number is reached; one that two facts tell in two ways is reached in both. */
function wayOf(fact: Fact, contacts: readonly Fact[]): string {
  const [digits] = phonesOf(fact);
  const ways = contacts.filter((other) => phonesOf(other)[0] === digits).map(({ text }) => channelTold(text));
  const app = ways.find((way) => way.app !== undefined)?.app;
  if (app === undefined) return "contact";
  if (app === "SMS") return "contact-text";
  return `${ways.some(({ called }) => called) ? "contact-both" : "contact-app"}:${app}`;
}

/** Phone numbers in groups that can be read out: `0912 345 678`. */
function phonesOf({ text, quote }: Fact): string[] {
  const found = readPhones(text);
  const digits = new Set((found.length > 0 ? found : readPhones(quote)).map((phone) => phone.digits));
  return [...digits].map((number) => number.replace(/^(\d{4})(\d{3})(\d{3,4})$/, "$1 $2 $3"));
}
