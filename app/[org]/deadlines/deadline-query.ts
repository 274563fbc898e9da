import type { ClockCursor, DayCursor, DeadlineFilter } from "@/lib/data/deadlines";
import { addDays, CLOCK_KINDS, isDay, type ClockKind, type Day } from "@/lib/domain";

import type { SearchParams } from "../../search-params";

export const WITHIN_DAYS = ["30", "60", "90", "180", "365", "all"] as const;
type Within = (typeof WITHIN_DAYS)[number];
const WITHIN_UNASKED: Within = "90";

/** The filter and the page of the deadlines: all of it stands in the address. */
export type DeadlineQuery = {
  readonly kinds: readonly ClockKind[];
  readonly importer: string;
  readonly within: Within;
  /** Also clocks that take nothing away. */
  readonly all: boolean;
  /** The last row of the page before. */
  readonly after: DayCursor | null;
};

const every = (found: SearchParams[string]): readonly string[] => (found === undefined ? [] : [found].flat());
const one = (found: SearchParams[string]): string => every(found)[0]?.replaceAll("\0", "").trim() ?? "";
const isKind = (text: string): text is ClockKind => (CLOCK_KINDS as readonly string[]).includes(text);

/** Reads an address; what makes no sense in it is left out rather than guessed. */
export function readDeadlineQuery(found: SearchParams): DeadlineQuery {
  const [day = "", kind = ""] = one(found.after).split("~");
  return {
    kinds: every(found.kind).filter(isKind),
    importer: one(found.importer),
    within: WITHIN_DAYS.find((within) => within === one(found.within)) ?? WITHIN_UNASKED,
    all: one(found.show) === "all",
    after: isDay(day) && isKind(kind) ? { day, kind } : null,
  };
}

export const toDeadlineFilter = (
  { kinds, importer, within, all }: DeadlineQuery,
  asOf: Day,
): DeadlineFilter => ({
  from: asOf,
  until: within === "all" ? null : addDays(asOf, Number(within)),
  kinds,
  importerNumber: importer || null,
  atRiskOnly: !all,
});

/** The address with something changed; a change of the filter begins at the first page. */
export function deadlinesHref(
  path: string,
  query: DeadlineQuery,
  change: Partial<DeadlineQuery> = {},
): string {
  const { kinds, importer, within, all, after } = { ...query, after: null, ...change };
  const params = new URLSearchParams();
  for (const kind of kinds) params.append("kind", kind);
  if (importer) params.set("importer", importer);
  if (within !== WITHIN_UNASKED) params.set("within", within);
  if (all) params.set("show", "all");
  if (after) params.set("after", `${after.day}~${after.kind}`);
  const search = params.toString();
  return search ? `${path}?${search}` : path;
}

/** Which entries of one last day are meant. */
type DayQuery = {
  readonly day: Day;
  readonly kind: ClockKind;
  readonly importer: string;
  readonly all: boolean;
  readonly after: ClockCursor | null;
};

/** Null for an address that names no day and kind. */
export function readDayQuery(found: SearchParams): DayQuery | null {
  const [day, kind, number] = [one(found.on), one(found.kind), one(found.after)];
  if (!isDay(day) || !isKind(kind)) return null;
  const after = /^[A-Z0-9]{11}$/.test(number)
    ? { lastDay: day, kind, number: number as ClockCursor["number"] }
    : null;
  return { day, kind, importer: one(found.importer), all: one(found.show) === "all", after };
}

export const toDayFilter = ({ day, kind, importer, all }: DayQuery): DeadlineFilter => ({
  from: day,
  until: day,
  kinds: [kind],
  importerNumber: importer || null,
  atRiskOnly: !all,
});

type DayLink = DayCursor & Pick<DeadlineQuery, "importer" | "all"> & { readonly after?: string };

/** The entries of one last day. @param base - the organization's own path */
export function deadlineDayHref(base: string, { day, kind, importer, all, after }: DayLink): string {
  const params = new URLSearchParams({ on: day, kind });
  if (importer) params.set("importer", importer);
  if (all) params.set("show", "all");
  if (after) params.set("after", after);
  return `${base}/deadlines/entries?${params.toString()}`;
}
