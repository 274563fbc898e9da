import { beforeAll, describe, expect, it } from "vitest";

import { LANES, sumUsd, usd, ZERO_USD, type Lane, type Usd } from "@/lib/domain";

import {
  ENTRY_SORTS,
  listEntries,
  totalEntries,
  type EntryFilter,
  type EntryOrder,
  type ListedEntry,
  type PageAnchor,
} from "./entry-list";
import { inOrganization, type TenantScope } from "./tenant";
import { anOrganization } from "./testing/an-organization";
import { entryNumber } from "./testing/an-es003";

const COUNT = 300;
const EVERYTHING: EntryFilter = {
  ...{ lanes: [], importerNumber: null, search: null },
  ...{ fromMonth: null, toMonth: null },
};
const IMPORTERS = ["89-123456700", "12-345678900", null] as const;

/** The same numbers in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

let scope: TenantScope;

beforeAll(async () => {
  scope = await anOrganization();
  const other = await anOrganization();
  await fill(scope, 42);
  await fill(other, 7);
});

/** Few different values, so that many rows tie; unknown days, ranges, fractions of a cent and negative nets. */
async function fill({ orgId, userId }: TenantScope, seed: number): Promise<void> {
  const random = seeded(seed);
  const oneOf = <T>(values: readonly T[]): T => values[random(values.length)]!;
  const date = () => oneOf([null, `2026-0${1 + random(9)}-1${random(3)}`, "2025-06-16"]);
  const asDate = (text: string | null) => text && new Date(text);
  const rows = Array.from({ length: COUNT }, (_, index) => {
    const number = entryNumber(1000 + index * 7, oneOf(["ZZX", "987", "004", "8E0"]));
    const amount = oneOf(["0", "100.5", "100.50", "-20", "1234567.895", String(random(50))]);
    return { number, amount, isRange: random(4) === 0 };
  });
  await inOrganization({ orgId, userId }, async ({ db }) => {
    await db.entry.createMany({
      data: rows.map(({ number }) => ({
        ...{ orgId, number, facts: {}, answers: {}, entryType: oneOf(["01", "06", null]) },
        ...{ importerNumber: oneOf(IMPORTERS), entryDate: asDate(date()), liquidationDate: asDate(date()) },
      })),
    });
    await db.screening.createMany({
      data: rows.map(({ number, amount, isRange }) => ({
        ...{ orgId, entryNumber: number, lane: oneOf(LANES), findings: [], missing: [] },
        ...{ ieepaDuty: amount, refundable: isRange ? null : amount, refundableMin: amount },
        ...{ refundableMax: isRange ? oneOf([null, "5000000"]) : amount, interest: oneOf([null, "1.23"]) },
        ...{ nextDeadline: asDate(date()), rulesVersion: "1", asOf: new Date("2026-11-21") },
      })),
    });
  });
}

const page = (filter: EntryFilter, order: EntryOrder, anchor: PageAnchor, limit: number) =>
  inOrganization(scope, (t) => listEntries(t, filter, order, anchor, limit));
const totals = (filter: EntryFilter) => inOrganization(scope, (t) => totalEntries(t, filter));
const numbersOf = (rows: readonly ListedEntry[]) => rows.map(({ number }) => number);

/** Every page from one end to the other. */
async function walk(filter: EntryFilter, order: EntryOrder, limit: number): Promise<readonly ListedEntry[]> {
  const rows: ListedEntry[] = [];
  for (;;) {
    const last = rows.at(-1);
    const next = await page(filter, order, last ? { side: "after", cursor: last.cursor } : null, limit);
    rows.push(...next);
    if (next.length < limit) return rows;
  }
}

/** From behind the last row back to the first. */
async function walkBack(filter: EntryFilter, order: EntryOrder, end: ListedEntry, limit: number) {
  const rows: ListedEntry[] = [end];
  for (;;) {
    const first = rows[0]!;
    const before = await page(filter, order, { side: "before", cursor: first.cursor }, limit);
    rows.unshift(...before);
    if (before.length < limit) return rows;
  }
}

const SORT_KEYS = {
  number: () => 0,
  entryDate: ({ entryDate }) => entryDate ?? "9999-12-31",
  liquidation: ({ liquidationDate }) => liquidationDate ?? "9999-12-31",
  refundable: ({ refundable, refundableMin }) => refundable ?? refundableMin,
  deadline: ({ nextDeadline }) => nextDeadline ?? "9999-12-31",
} as const satisfies Record<(typeof ENTRY_SORTS)[number], (row: ListedEntry) => string | number | Usd>;

function compare(a: ListedEntry, b: ListedEntry, { sort, descending }: EntryOrder): number {
  const [left, right] = [SORT_KEYS[sort](a), SORT_KEYS[sort](b)];
  const byKey =
    typeof left === "object" && typeof right === "object"
      ? left.comparedTo(right)
      : left < right
        ? -1
        : left > right
          ? 1
          : 0;
  return (descending ? -1 : 1) * (byKey || (a.number < b.number ? -1 : 1));
}

const orders = ENTRY_SORTS.flatMap((sort) => [false, true].map((descending) => ({ sort, descending })));

describe("paging", () => {
  it.each(orders)(
    "by $sort (descending: $descending) shows each entry once, forwards and backwards",
    async (order) => {
      const forwards = await walk(EVERYTHING, order, 37);
      expect(new Set(numbersOf(forwards)).size).toBe(COUNT);
      expect(forwards).toHaveLength(COUNT);
      expect(forwards).toEqual(forwards.toSorted((a, b) => compare(a, b, order)));
      expect(await walkBack(EVERYTHING, order, forwards.at(-1)!, 41)).toEqual(forwards);
      expect(numbersOf(await walk(EVERYTHING, order, COUNT))).toEqual(numbersOf(forwards));
    },
  );

  it("goes on behind a row that has gone meanwhile", async () => {
    const order = { sort: "refundable", descending: true } as const;
    const rows = await walk(EVERYTHING, order, 50);
    const { cursor } = rows[100]!;
    const between = { value: cursor.value, number: `${cursor.number}0` };
    const next = await page(EVERYTHING, order, { side: "after", cursor: between }, 5);
    expect(numbersOf(next)).toEqual(numbersOf(rows.slice(100, 105)));
  });
});

describe("a filter", () => {
  const two: readonly Lane[] = ["cape-ready", "protest"];
  const filters: readonly EntryFilter[] = [
    EVERYTHING,
    { ...EVERYTHING, lanes: two },
    { ...EVERYTHING, importerNumber: IMPORTERS[0] },
    { ...EVERYTHING, search: "ZZX" },
    { ...EVERYTHING, search: "10" },
    { ...EVERYTHING, lanes: LANES, importerNumber: IMPORTERS[1], search: "0" },
    { ...EVERYTHING, lanes: two, importerNumber: IMPORTERS[0], search: "ZZX" },
    { ...EVERYTHING, importerNumber: "99-999999900" },
    { ...EVERYTHING, fromMonth: "2026-03" },
    { ...EVERYTHING, toMonth: "2025-12" },
    { ...EVERYTHING, fromMonth: "2025-06", toMonth: "2026-02", search: "0" },
    { ...EVERYTHING, search: "%" },
    { ...EVERYTHING, search: "_" },
  ];

  it.each(filters)(
    "of lanes $lanes, importer $importerNumber, text $search and months $fromMonth to $toMonth holds together with the others",
    async (filter) => {
      const order = { sort: "deadline", descending: false } as const;
      const rows = await walk(filter, order, 23);
      const everything = await walk(EVERYTHING, order, 100);
      const expected = everything.filter(
        ({ number, lane, importerNumber, entryDate }) =>
          (filter.lanes.length === 0 || filter.lanes.includes(lane)) &&
          (filter.importerNumber === null || importerNumber === filter.importerNumber) &&
          (filter.search === null || number.includes(filter.search)) &&
          (filter.fromMonth === null || (entryDate?.slice(0, 7) ?? "") >= filter.fromMonth) &&
          (filter.toMonth === null || (entryDate?.slice(0, 7) ?? "9999") <= filter.toMonth),
      );
      expect(rows).toEqual(expected);
      const positive = (amount: Usd | null) => (amount?.greaterThan(0) ? amount : ZERO_USD);
      expect(await totals(filter)).toEqual({
        entries: rows.length,
        refundable: sumUsd(rows.map(({ refundable }) => positive(refundable))),
        refundableMin: sumUsd(rows.map(({ refundableMin }) => positive(refundableMin))),
        refundableMax: sumUsd(rows.map(({ refundableMax }) => positive(refundableMax))),
        unbounded: rows.filter(({ refundableMax }) => refundableMax === null).length,
        ranges: rows.filter(({ refundable }) => refundable === null).length,
        interest: sumUsd(rows.map(({ interest }) => interest ?? usd("0"))),
      });
    },
  );
});
