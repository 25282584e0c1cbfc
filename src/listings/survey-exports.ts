import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { findListings } from "#stories/find-listings.ts";
import {
  EXPORT_FORMATS,
  EXPORT_PATHS,
  exportFiles,
  placesInJsonLd,
  type ExportContext,
  type ExportFormat,
  type Place,
} from "./export-files.ts";
import type { RemarkCode } from "./remark.ts";

export type SurveyedItem = {
  storyId: string;
  title: string;
  included: boolean;
  href?: string;
  remarks: { code: RemarkCode; text: string }[];
};
export type SurveyedFormat = { format: ExportFormat | "jsonld"; language: Language; href?: string; items: SurveyedItem[] };

/** What each file holds of an account's listings, what it leaves out and what is still missing, in the reader's language. */
export async function surveyExports(
  services: Services,
  accountId: string,
  context: ExportContext,
  reader: Language,
): Promise<SurveyedFormat[]> {
  const all = await findListings(services, accountId);
  const say = services.words.in(reader, ["exports", "pages"]);
  const day = new Intl.DateTimeFormat(reader, { dateStyle: "long", timeZone: "UTC" });
  const itemOf = ({ own, included, remarks }: Place): SurveyedItem => ({
    storyId: own.storyId,
    title: own.listing.title,
    included,
    remarks: remarks.map(({ code, facts }) => ({
      code,
      text: say(`remarks.${code}`, {
        ...facts,
        ...(facts?.currency !== undefined && { currency: say(`units.${facts.currency}`) }),
        ...(facts?.date !== undefined && { date: day.format(new Date(facts.date)) }),
      }),
    })),
  });
  const { language, currency } = context;
  const query: Record<ExportFormat, string> = {
    merchant: `?lang=${language}`,
    shopify: `?lang=${language}&currency=${currency}`,
    rakuten: "",
  };
  const files = EXPORT_FORMATS.map((format): SurveyedFormat => {
    const { places } = exportFiles[format](all, context);
    return {
      format,
      language: format === "rakuten" ? "ja" : language,
      href: EXPORT_PATHS[format] + query[format],
      items: places.map(itemOf),
    };
  });
  const linked = placesInJsonLd(all, language).map((place) => ({
    ...itemOf(place),
    href: `/v1/stories/${place.own.storyId}/listing.jsonld?lang=${language}`,
  }));
  return [...files, { format: "jsonld", language, items: linked }];
}
