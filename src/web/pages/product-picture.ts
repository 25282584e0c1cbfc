import { html, raw } from "hono/html";
import type { Fact, FactKind } from "#facts/fact.ts";
import type { Family } from "#lexicon/term.ts";
import { familyOfGoods } from "#listings/goods-of.ts";
import type { Html } from "./layout.ts";

/** What stands in a photo's place: a drawing of the goods' family on its ground, in the page's own colours. */
export function productPicture(facts: readonly Fact[]): Html {
  return familyPicture(familyOfGoods(facts));
}

export function familyPicture(family: Family | undefined): Html {
  const { tone, drawing } = family === undefined ? SEEDLING : DRAWINGS[family];
  return html`<svg
    class="picture tone-${tone}"
    viewBox="0 0 96 64"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
    focusable="false"
  >
    <circle class="picture-sun" cx="80" cy="14" r="6" />
    <path class="picture-field" d="M0 50c18-8 38 7 58 0s28-7 38-4v18H0z" />
    <path class="picture-field" d="M0 57c22-6 40 5 62 1s26-4 34-2v8H0z" />
    <g class="picture-goods" transform="translate(25 9) scale(.96)">${raw(drawing)}</g>
  </svg>`;
}

/** Its ground is the colour of a kind. */
type Drawing = { tone: FactKind; drawing: string };

/** Where nobody knows what the goods are: something grows. */
const SEEDLING: Drawing = {
  tone: "origin",
  drawing:
    '<path fill="none" d="M24 43V24M10 43c7-3 21-3 28 0"/><path d="M24 27C24 17 17 12 7 12c0 10 7 15 17 15z"/><path d="M24 22c0-9 6-14 16-14 0 9-6 14-16 14z"/>',
};

/** Outlines in a square of 48. */
const DRAWINGS: Record<Family, Drawing> = {
  fruit: {
    tone: "product",
    drawing:
      '<path fill="none" d="M30 6c-6 4-11 9-13 15M30 6c2 5 3 9 2 14"/><path d="M30 6c6-3 12-1 15 5-6 3-12 1-15-5z"/><circle cx="15" cy="32" r="11"/><circle cx="34" cy="30" r="10"/><path d="M9 29l2 1M14 26l2 1M18 31l2 1M11 36l2 1M17 38l2 1M30 25l2 1M36 27l2 1M31 32l2 1M37 34l2 1"/>',
  },
  vegetable: {
    tone: "origin",
    drawing:
      '<path d="M24 44c-6 0-9-5-7-12C9 31 6 23 10 16c-1-6 5-10 9-7 2-4 8-4 10 0 4-3 10 1 9 7 4 7 1 15-7 16 2 7-1 12-7 12z"/><path d="M24 42V16M24 27l-7-6M24 27l7-6M24 34l-4-4M24 34l4-4"/>',
  },
  rice: {
    tone: "price",
    drawing:
      '<path fill="none" d="M15 45C16 30 22 15 36 6"/><path d="M36 6c3 3 3 6 0 9-2-3-2-6 0-9zM30 10c4 2 5 5 4 9-4-2-5-5-4-9zM26 15c4 2 5 5 4 9-4-2-5-5-4-9zM22 21c4 2 5 5 4 9-4-2-5-5-4-9zM19 28c4 2 5 5 4 9-4-2-5-5-4-9zM30 10c-4 0-7 2-8 6 4 0 7-2 8-6zM25 15c-4 0-7 2-8 6 4 0 7-2 8-6zM21 22c-4 0-7 2-8 6 4 0 7-2 8-6zM18 29c-4 0-7 2-8 6 4 0 7-2 8-6z"/>',
  },
  tea: {
    tone: "origin",
    drawing:
      '<path d="M7 26h28v5c0 7-5 12-14 12S7 38 7 31z"/><path fill="none" d="M35 28h3c4 0 5 7 0 8l-4 1"/><path d="M21 20C14 18 12 12 14 5c7 2 10 8 7 15zM21 20c0-6 4-10 11-10 0 6-4 10-11 10z"/><path d="M21 20v6"/>',
  },
  coffee: {
    tone: "price",
    drawing:
      '<path d="M6 24C5 15 11 7 18 8c8 1 10 12 6 20-3 6-9 8-13 5-3-2-5-5-5-9z"/><path fill="none" d="M18 8c-5 6 3 14-7 25"/><path d="M25 38c-3-7 2-18 10-20 6-2 10 4 9 11-1 8-7 14-13 14-3 0-5-2-6-5z"/><path fill="none" d="M35 18c-2 8 5 12-4 25"/>',
  },
  honey: {
    tone: "price",
    drawing: '<path d="M24 4l9 5v10l-9 5-9-5V9zM15 19l9 5v10l-9 5-9-5V24zM33 19l9 5v10l-9 5-9-5V24z"/><path d="M20 10v7M11 26v7"/>',
  },
  spice: {
    tone: "product",
    drawing:
      '<path fill="none" d="M30 5c-4 5-7 9-8 14"/><path d="M30 5c6-2 11 1 13 7-6 2-11-1-13-7zM29 7c-7-2-12 0-15 6 6 2 12 0 15-6z"/><circle cx="19" cy="22" r="4"/><circle cx="27" cy="22" r="4"/><circle cx="15" cy="29" r="4"/><circle cx="23" cy="29" r="4"/><circle cx="31" cy="29" r="4"/><circle cx="19" cy="36" r="4"/><circle cx="27" cy="36" r="4"/><circle cx="23" cy="42" r="3.5"/>',
  },
  seafood: {
    tone: "season",
    drawing:
      '<path d="M4 25c7-10 20-13 31-3l9-7c-1 7-1 13 0 20l-9-7C24 38 11 35 4 25z"/><path d="M15 17c3 5 3 11 0 16M20 15c2-5 7-7 11-5-1 3-3 5-5 6M22 25h3M28 22h3M28 28h3"/><circle cx="10" cy="23" r="1.2"/>',
  },
  "fish-sauce": {
    tone: "price",
    drawing:
      '<path d="M19 4h10v7c0 4 6 6 6 12v18c0 2-1 3-3 3H16c-2 0-3-1-3-3V23c0-6 6-8 6-12z"/><path d="M19 9h10M13 25h22M13 37h22"/><path d="M18 31c3-3 7-3 9 0l3-2v5l-3-2c-2 3-6 2-9-1z"/>',
  },
  food: {
    tone: "price",
    drawing:
      '<path d="M5 25h38c0 9-6 15-12 17H17C11 40 5 34 5 25z"/><path d="M17 42h14"/><path fill="none" d="M16 19c-3-3 3-5 0-9M24 19c-3-3 3-5 0-9M32 19c-3-3 3-5 0-9"/>',
  },
  meat: {
    tone: "product",
    drawing:
      '<path d="M28 8c9-2 16 6 13 15-2 8-9 12-16 12-3 0-5 1-8 4-2-3-4-5-7-6 3-2 4-4 5-7 0-8 5-16 13-18z"/><path d="M10 33c-4-1-6 2-5 4 1 1 2 1 3 1 0 2 0 3 2 4 2 1 5-1 4-5"/><path fill="none" d="M31 15c4 0 6 3 5 7"/>',
  },
  herb: {
    tone: "origin",
    drawing:
      '<path d="M24 45V10"/><path d="M24 10c-3-3-3-5 0-8 3 3 3 5 0 8zM24 18C18 18 13 15 12 9c7 0 11 3 12 9zM24 18c6 0 11-3 12-9-7 0-11 3-12 9zM24 28c-7 0-12-3-14-9 8 0 12 3 14 9zM24 28c7 0 12-3 14-9-8 0-12 3-14 9zM24 38c-6 0-10-2-12-8 7 0 10 2 12 8zM24 38c6 0 10-2 12-8-7 0-10 2-12 8z"/>',
  },
  flower: {
    tone: "certification",
    drawing:
      '<path d="M24 46V29"/><path d="M24 40c-6 0-9-2-11-7 6 0 9 2 11 7zM24 36c5 0 8-2 10-7-5 0-8 2-10 7z"/><path d="M24 19c-7-4-7-12 0-16 7 4 7 12 0 16zM24 19c-4-7-11-8-16-3 2 7 9 8 16 3zM24 19c4-7 11-8 16-3-2 7-9 8-16 3zM24 19c-7-1-11 3-10 9 7 2 10-2 10-9zM24 19c7-1 11 3 10 9-7 2-10-2-10-9z"/><circle cx="24" cy="19" r="3"/>',
  },
  craft: {
    tone: "delivery",
    drawing:
      '<path d="M6 22h36l-4 19c0 2-2 3-4 3H14c-2 0-4-1-4-3z"/><path fill="none" d="M12 22C12 10 17 5 24 5s12 5 12 17"/><path d="M8 29h32M9 36h30M16 22l2 22M24 22v22M32 22l-2 22"/>',
  },
};
