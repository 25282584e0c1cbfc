import { assetPath } from "./client-assets.ts";
import type { Page } from "./page.ts";

/** What a phone needs to put the studio on its start screen. */
export function webManifest({ t, language }: Page) {
  const icon = (name: string, size: number, purpose = "any") => ({
    src: assetPath(`${name}.png`),
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return {
    id: "/",
    name: `${t("site.name")} · ${t("studio.title")}`,
    short_name: t("site.name"),
    description: t("site.about"),
    lang: language,
    start_url: `/?lang=${language}`,
    scope: "/",
    display: "standalone",
    // As --paper and --leaf in the sheet.
    background_color: "#faf7f0",
    theme_color: "#1f6b3f",
    icons: [icon("icon-192", 192), icon("icon-512", 512), icon("icon-maskable-512", 512, "maskable")],
  };
}
