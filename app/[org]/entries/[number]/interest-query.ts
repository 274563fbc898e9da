import { CONVENTION_NAMES, type ConventionName } from "@/lib/domain";

import type { SearchParams } from "../../../search-params";

/** What CBP paid, as typed into the form. Blank fields are left to the entry's own figures. */
export const PAID_FIELDS = ["principal", "interest", "from", "to", "received"] as const;
export type PaidField = (typeof PAID_FIELDS)[number];
export type PaidTexts = Readonly<Record<PaidField, string>>;

/** What the interest panels show beside the default: all of it stands in the address. */
export type InterestQuery = {
  readonly convention: ConventionName;
  /** The user's own rate for quarters without a published one, "6.5"; blank holds the last one. */
  readonly rate: string;
  readonly paid: PaidTexts;
};

/** Longer than any amount or day that makes sense. */
const CHARACTERS_MAX = 40;

const isConvention = (text: string): text is ConventionName =>
  (CONVENTION_NAMES as readonly string[]).includes(text);

const one = (found: SearchParams[string]): string =>
  (found === undefined ? [] : [found].flat())[0]?.trim().slice(0, CHARACTERS_MAX) ?? "";

/** Reads an address. An unknown convention is the default; what was typed is kept as it is, to be answered. */
export function readInterestQuery(found: SearchParams): InterestQuery {
  const convention = one(found.convention);
  return {
    convention: isConvention(convention) ? convention : "default",
    rate: one(found.rate),
    paid: {
      principal: one(found.principal),
      interest: one(found.interest),
      from: one(found.from),
      to: one(found.to),
      received: one(found.received),
    },
  };
}

export type QueryPair = readonly [name: string, value: string];

/** Everything but the fields that a form asks for itself, to be carried along as hidden fields. */
export const pairsBeside = (
  { convention, rate, paid }: InterestQuery,
  asked: "rate" | "paid",
): readonly QueryPair[] =>
  notBlank([
    ["convention", convention === "default" ? "" : convention],
    ...(asked === "rate" ? PAID_FIELDS.map((field): QueryPair => [field, paid[field]]) : []),
    ...(asked === "paid" ? [["rate", rate] as const] : []),
  ]);

/** The entry's own address with another convention chosen. */
export function conventionHref(path: string, query: InterestQuery, convention: ConventionName): string {
  const pairs = notBlank([...pairsBeside({ ...query, convention }, "rate"), ["rate", query.rate]]);
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return `${search === "" ? path : `${path}?${search}`}#interest`;
}

const notBlank = (pairs: readonly QueryPair[]): readonly QueryPair[] =>
  pairs.filter(([, value]) => value !== "");
