import { COUNTRIES } from "../law/countries";

/** Names are compared without accents, case, points and articles: `Côte d'Ivoire` and `COTE DIVOIRE` are one. */
const keyOf = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/[\p{M}'\u2019.]/gu, "")
    .toUpperCase()
    .replaceAll("&", " AND ")
    .replaceAll(/[^A-Z0-9]+/g, " ")
    .trim()
    .replace(/^THE /, "")
    .replaceAll(/\bST\b/g, "SAINT");

const CODES: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(([code, ...names]) => names.map((name): [string, string] => [keyOf(name), code])),
);

/** The ISO 3166 alpha-2 code of a country by its alpha-3 code or an English name of its own; null for any other text. */
export const countryNamed = (text: string): string | null => CODES.get(keyOf(text)) ?? null;
