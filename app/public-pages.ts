import { guides } from "@/lib/library/guides";
import { PUBLIC_TOOLS, REFERENCE_PAGES } from "@/lib/wording/library";

import { ALL_CODES, codeHref } from "./(public)/library/chapter-99/chapter-99-rows";

/** Every page that search engines may show: those that need no account and have something to read. */
export const PUBLIC_PATHS: readonly string[] = [
  "/",
  "/tools",
  ...PUBLIC_TOOLS.map(({ href }) => href),
  "/ask",
  "/library",
  ...guides().map(({ slug }) => `/library/${slug}`),
  ...REFERENCE_PAGES.map(({ href }) => href),
  ...ALL_CODES.map(codeHref),
];
