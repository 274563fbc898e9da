import type { StackingFilter } from "@/lib/data/program-totals";

import { readMonth } from "../entries/entry-query";
import { type SearchParams } from "../../search-params";

/** The filter of the stacking view: all of it stands in the address. */
export type StackingQuery = {
  readonly importer: string;
  /** Months of entry, `2025-03`, both included; empty: no bound. */
  readonly from: string;
  readonly to: string;
};

/** Reads an address; what makes no sense in it is left out rather than guessed. */
export const readStackingQuery = (found: SearchParams): StackingQuery => ({
  importer: [found.importer ?? ""].flat()[0]?.trim() ?? "",
  from: readMonth(found.from),
  to: readMonth(found.to),
});

export const toStackingFilter = ({ importer, from, to }: StackingQuery): StackingFilter => ({
  importerNumber: importer || null,
  fromMonth: from || null,
  toMonth: to || null,
});

/** The entries behind the figures, in their list. */
export function entriesOfQuery(base: string, query: StackingQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  const search = new URLSearchParams(given).toString();
  return search === "" ? `${base}/entries` : `${base}/entries?${search}`;
}
