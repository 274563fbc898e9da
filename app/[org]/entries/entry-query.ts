import {
  ENTRY_SORTS,
  NO_DAY_YET,
  type EntryCursor,
  type EntryFilter,
  type EntrySort,
  type PageAnchor,
} from "@/lib/data/entry-list";
import { isDay, LANES, type Lane } from "@/lib/domain";

import { all, one, type SearchParams } from "../../search-params";

/** The filter, order and page of the entries list: all of it stands in the address. */
export type EntryQuery = {
  readonly lanes: readonly Lane[];
  readonly importer: string;
  readonly q: string;
  /** Months of entry, `2025-03`; empty: no bound. */
  readonly from: string;
  readonly to: string;
  readonly sort: EntrySort;
  readonly descending: boolean;
  readonly anchor: PageAnchor;
};

const isLane = (text: string): text is Lane => (LANES as readonly string[]).includes(text);
const isSort = (text: string): text is EntrySort => (ENTRY_SORTS as readonly string[]).includes(text);

/** `2025-03`; anything else is no bound. */
export const readMonth = (found: SearchParams[string]): string =>
  /^20\d\d-(0[1-9]|1[0-2])$/.test(one(found)) ? one(found) : "";

/** Reads an address; what makes no sense in it is left out rather than guessed. */
export function readEntryQuery(found: SearchParams): EntryQuery {
  const sort = one(found.sort);
  const key = sort.replace(/^-/, "");
  return {
    lanes: all(found.lane).filter(isLane),
    importer: one(found.importer),
    q: one(found.q),
    from: readMonth(found.from),
    to: readMonth(found.to),
    sort: isSort(key) ? key : "number",
    descending: sort.startsWith("-"),
    anchor: readAnchor(found, isSort(key) ? key : "number"),
  };
}

function readAnchor(found: SearchParams, sort: EntrySort): PageAnchor {
  for (const side of ["after", "before"] as const) {
    const cursor = readCursor(one(found[side]), sort);
    if (cursor) return { side, cursor };
  }
  return null;
}

const isEntryNumber = (text: string): boolean => /^[A-Z0-9]{11}$/.test(text);

const isDayOrNone = (text: string): boolean => isDay(text) || text === NO_DAY_YET;

/** What each order can have for a value: anything else the database would choke on. */
const SORT_VALUES = {
  number: isEntryNumber,
  entryDate: isDayOrNone,
  liquidation: isDayOrNone,
  refundable: (text) => /^-?\d{1,30}(\.\d{1,30})?$/.test(text),
  deadline: isDayOrNone,
} as const satisfies Record<EntrySort, (text: string) => boolean>;

/** `<sort value>~<entry number>`. */
function readCursor(text: string, sort: EntrySort): EntryCursor | null {
  const [value, number, ...more] = text.split("~");
  if (value === undefined || number === undefined || more.length > 0) return null;
  return SORT_VALUES[sort](value) && isEntryNumber(number) ? { value, number } : null;
}

/** For the database: entry numbers hold letters and digits only, so hyphens and blanks of a search are dropped. */
export function toEntryFilter({ lanes, importer, q, from, to }: EntryQuery): EntryFilter {
  const search = q.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return {
    lanes,
    importerNumber: importer || null,
    search: search || null,
    fromMonth: from || null,
    toMonth: to || null,
  };
}

export type EntryQueryChange = Partial<Omit<EntryQuery, "anchor">> & { readonly anchor?: PageAnchor };

/** The address of the list with something changed; a change of the filter or the order begins at the first page. */
export function entriesHref(path: string, query: EntryQuery, change: EntryQueryChange = {}): string {
  const next = { ...query, anchor: null, ...change };
  const params = new URLSearchParams();
  for (const lane of next.lanes) params.append("lane", lane);
  if (next.importer) params.set("importer", next.importer);
  if (next.q) params.set("q", next.q);
  if (next.from) params.set("from", next.from);
  if (next.to) params.set("to", next.to);
  if (next.sort !== "number" || next.descending)
    params.set("sort", `${next.descending ? "-" : ""}${next.sort}`);
  if (next.anchor) params.set(next.anchor.side, `${next.anchor.cursor.value}~${next.anchor.cursor.number}`);
  const search = params.toString();
  return search ? `${path}?${search}` : path;
}
