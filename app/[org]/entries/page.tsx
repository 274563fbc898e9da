import type { Metadata } from "next";

import { EntriesFilterBar } from "@/components/entries/entries-filter-bar";
import { EntriesTable, type EntrySortColumn } from "@/components/entries/entries-table";
import { FilterTotals } from "@/components/entries/filter-totals";
import { FilterChips } from "@/components/ui/filter-chips";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import type { SortLink } from "@/components/ui/sortable-th";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { listEntries, totalEntries, type ListedEntry } from "@/lib/data/entry-list";
import { importersOf } from "@/lib/data/importers";
import { laneCounts } from "@/lib/data/overview";
import { inOrganization } from "@/lib/data/tenant";
import { usdText, type Lane } from "@/lib/domain";
import { formatCount } from "@/lib/wording/count";
import { formatMonths } from "@/lib/wording/day";
import { LANE_WORDS, LANES_IN_READING_ORDER } from "@/lib/wording/lanes";

import { entriesHref, readEntryQuery, toEntryFilter, type EntryQuery } from "./entry-query";
import { type SearchParams } from "../../search-params";
import { toEntryRow } from "./entry-row";

export const metadata: Metadata = { title: "Entries" };

type EntriesPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

const ROWS_PER_PAGE = 100;

const SORTS = [
  { value: "number", label: "Entry number" },
  { value: "-refundable", label: "Refundable, largest first" },
  { value: "deadline", label: "Deadline, next first" },
  { value: "entryDate", label: "Entry date, oldest first" },
  { value: "-entryDate", label: "Entry date, newest first" },
  { value: "liquidation", label: "Liquidation, oldest first" },
];

export default async function EntriesPage({ params, searchParams }: EntriesPageProps) {
  const scope = await requireMember((await params).org);
  const path = `/${scope.orgSlug}/entries`;
  const query = readEntryQuery(await searchParams);
  const filter = toEntryFilter(query);
  const { rows, totals, importers, lanes } = await inOrganization(scope, async (t) => ({
    // One more than shown tells whether a page follows.
    rows: await listEntries(t, filter, query, query.anchor, ROWS_PER_PAGE + 1),
    totals: await totalEntries(t, filter),
    importers: await importersOf(t).list(),
    lanes: await laneCounts(t),
  }));
  const { shown, previousHref, nextHref } = pageOf(rows, query, path);
  const names = new Map(importers.map(({ number, name }) => [number, name]));

  return (
    <>
      <PageHeader
        title="Entries"
        note={
          <FilterTotals
            entries={totals.entries}
            refundable={usdText(totals.refundable)}
            upTo={totals.ranges === 0 ? null : usdText(totals.refundableMax)}
            unbounded={totals.unbounded}
            interest={usdText(totals.interest)}
          />
        }
        actions={
          <LinkButton href={`/${scope.orgSlug}/other-routes`} variant="secondary">
            Other routes and letters
          </LinkButton>
        }
      />
      <EntriesFilterBar
        path={path}
        exportHref={entriesHref(`/api${path}/export`, query)}
        lanes={laneChips(lanes, query, path)}
        importers={[
          { value: "", label: "All importers" },
          ...importers.map(({ number, name }) => ({
            value: number,
            label: name ? `${name} (${number})` : number,
          })),
        ]}
        sorts={SORTS}
        values={{ q: query.q, importer: query.importer, sort: `${query.descending ? "-" : ""}${query.sort}` }}
        hidden={[
          ...query.lanes.map((lane): [string, string] => ["lane", lane]),
          ...(["from", "to"] as const).map((name): [string, string] => [name, query[name]]),
        ]}
      />
      {query.from === "" && query.to === "" ? null : (
        <FilterChips
          label="Months of entry"
          chips={[
            {
              href: entriesHref(path, query, { from: "", to: "" }),
              label: formatMonths(query.from, query.to),
              selected: true,
            },
          ]}
        />
      )}
      <Panel flush>
        <EntriesTable
          rows={shown.map((entry) => toEntryRow(entry, `/${scope.orgSlug}`, names, today()))}
          sort={sortLinks(query, path)}
        />
        <Pager
          previousHref={previousHref}
          nextHref={nextHref}
          shown={`${formatCount(shown.length)} of ${formatCount(totals.entries)} shown`}
        />
      </Panel>
    </>
  );
}

function laneChips(counts: ReadonlyMap<Lane, number>, query: EntryQuery, path: string) {
  return LANES_IN_READING_ORDER.filter((lane) => counts.has(lane) || query.lanes.includes(lane)).map(
    (lane) => {
      const selected = query.lanes.includes(lane);
      const lanes = selected ? query.lanes.filter((other) => other !== lane) : [...query.lanes, lane];
      return {
        href: entriesHref(path, query, { lanes }),
        label: LANE_WORDS[lane].name,
        count: formatCount(counts.get(lane) ?? 0),
        selected,
      };
    },
  );
}

function sortLinks(query: EntryQuery, path: string): Readonly<Record<EntrySortColumn, SortLink>> {
  const link = (sort: EntrySortColumn): SortLink => {
    const active = query.sort === sort;
    return {
      href: entriesHref(path, query, { sort, descending: active && !query.descending }),
      direction: active ? (query.descending ? "descending" : "ascending") : "none",
    };
  };
  return {
    number: link("number"),
    entryDate: link("entryDate"),
    liquidation: link("liquidation"),
    refundable: link("refundable"),
  };
}

/** The rows to show of those read, and the ways on: the row too many lies on the side that paging moves to. */
function pageOf(rows: readonly ListedEntry[], query: EntryQuery, path: string) {
  const backwards = query.anchor?.side === "before";
  const more = rows.length > ROWS_PER_PAGE;
  const shown = more ? (backwards ? rows.slice(1) : rows.slice(0, -1)) : rows;
  const [first, last] = [shown[0], shown.at(-1)];
  const href = (side: "after" | "before", at: ListedEntry | undefined) =>
    at ? entriesHref(path, query, { anchor: { side, cursor: at.cursor } }) : null;
  return {
    shown,
    previousHref: (backwards ? more : query.anchor !== null) ? href("before", first) : null,
    nextHref: backwards || more ? href("after", last) : null,
  };
}
