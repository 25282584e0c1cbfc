import { accounts } from "#database/schema.ts";
import { newId } from "#ids.ts";
import { openShow } from "#shows/open-show.ts";
import type { Show, ShowRequest } from "#shows/show.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

export const SCRIPT = [
  {
    id: "l1",
    vi: "Giá hôm nay 35.000 đồng một cân.",
    en: "Today's price is 35,000 dong per kilo.",
    ja: "今日の価格はキロあたり35,000ドンです。",
  },
  {
    id: "l2",
    vi: "Em ngừng phun thuốc 20 ngày trước khi hái.",
    en: "I stop spraying 20 days before picking.",
    ja: "収穫の20日前からは農薬をかけません。",
  },
  {
    id: "l3",
    vi: "Vải nhà em không ngâm hóa chất, không xông lưu huỳnh.",
    en: "We use no chemicals and no sulphur on our lychees.",
    ja: "うちのライチは薬品に漬けず、硫黄でいぶしません。",
  },
];

export type ShowStage = { services: TestServices; accountId: string; show: Show };

/** Real services with one account and one open show. */
export async function openTestShow(
  options: Parameters<typeof createTestServices>[0] = {},
  request: Partial<ShowRequest> = {},
): Promise<ShowStage> {
  const services = await createTestServices(options);
  const accountId = newId("ac");
  await services.database.db.insert(accounts).values({ id: accountId, name: "An orchard" });
  const show = await openShow(services, accountId, { title: "Lychees", script: SCRIPT, ...request });
  return { services, accountId, show };
}
