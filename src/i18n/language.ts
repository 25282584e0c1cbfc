import { z } from "zod";

/** The languages told, BCP 47, the notes' own first. A new language is a row here and a folder in `locales/`. */
export const LANGUAGES = ["vi", "en", "ja"] as const;

export const languageSchema = z.enum(LANGUAGES).meta({ id: "Language" });
export type Language = z.infer<typeof languageSchema>;

/** Markets a story is told to; each has its own law in `checks/rules/`. */
export const MARKETS = ["vn", "us", "jp"] as const;
export const marketSchema = z.enum(MARKETS).meta({ id: "Market" });
export type Market = z.infer<typeof marketSchema>;
