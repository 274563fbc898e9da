import { beforeAll, describe, expect, it } from "vitest";

import { LANES, type Lane } from "@/lib/domain";

import { listEntries, totalEntries, type EntryFilter, type EntrySort } from "./entry-list";
import { inOrganization, queryOf, type TenantScope } from "./tenant";
import { anOrganization } from "./testing/an-organization";
import { entryNumber } from "./testing/an-es003";
import { asOwner } from "./testing/as-owner";

const EVERYTHING: EntryFilter = {
  ...{ lanes: [], importerNumber: null, search: null },
  ...{ fromMonth: null, toMonth: null },
};

/** The same numbers in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

type Run = (text: string, ...values: readonly unknown[]) => Promise<unknown>;

/** Writes as imports, screenings and undoing do, one statement for many rows. */
const writing = (scope: TenantScope, work: (run: Run) => Promise<void>): Promise<void> =>
  inOrganization(scope, (t) => work((text, ...values) => queryOf(t)(text, [t.orgId, ...values])));

const INSERT_ENTRIES = `
  INSERT INTO entries (org_id, number, facts, answers, importer_number, entry_date)
  SELECT $1::uuid, number, '{}', '{}', importer, entered FROM unnest($2::text[], $3::text[], $4::date[]) AS n (number, importer, entered)
  ON CONFLICT (org_id, number) DO UPDATE SET importer_number = excluded.importer_number, entry_date = excluded.entry_date`;
const INSERT_VERDICTS = `
  INSERT INTO screenings (org_id, entry_number, lane, findings, missing, ieepa_duty, refundable, refundable_min,
    refundable_max, interest, rules_version, as_of)
  SELECT $1::uuid, number, lane, '[]', '[]', 0, sure, low, high, interest, '1', '2026-11-21'
  FROM unnest($2::text[], $3::text[], $4::numeric[], $5::numeric[], $6::numeric[], $7::numeric[]) AS v (number, lane, sure, low, high, interest)
  ON CONFLICT (org_id, entry_number) DO UPDATE SET lane = excluded.lane, refundable = excluded.refundable,
    refundable_min = excluded.refundable_min, refundable_max = excluded.refundable_max, interest = excluded.interest`;

/** Puts the entries of these serial numbers, new or known, into random lanes, months and importers. */
async function put(run: Run, serials: readonly number[], random: (below: number) => number): Promise<void> {
  const oneOf = <T>(values: readonly T[]): T => values[random(values.length)]!;
  const numbers = serials.map((serial) => entryNumber(serial));
  await run(
    INSERT_ENTRIES,
    ...[numbers, serials.map(() => oneOf(["12-345678900", "89-123456700", null]))],
    serials.map(() => oneOf(["2025-03-31", "2025-04-01", "2026-01-14", null])),
  );
  const sure = serials.map(() => oneOf([null, "0", "-20", "100.50", "1234567.895"]));
  await run(
    INSERT_VERDICTS,
    ...[numbers, serials.map((): Lane => oneOf(LANES)), sure, sure.map((amount) => amount ?? "-7.5")],
    ...[sure.map((amount) => amount ?? oneOf([null, "500"])), serials.map(() => oneOf([null, "1.23"]))],
  );
}

const COUNTED = `
  SELECT s.lane, coalesce(e.importer_number, '') AS importer, coalesce(to_char(e.entry_date, 'YYYY-MM'), '') AS month,
    count(*)::int AS entries, (count(*) FILTER (WHERE s.refundable IS NULL))::int AS ranges,
    (count(*) FILTER (WHERE s.refundable_max IS NULL))::int AS unbounded,
    trim_scale(coalesce(sum(s.refundable) FILTER (WHERE s.refundable > 0), 0))::text AS refundable,
    trim_scale(sum(greatest(s.refundable_min, 0)))::text AS low, trim_scale(sum(greatest(s.refundable_max, 0)))::text AS high,
    trim_scale(coalesce(sum(s.interest), 0))::text AS interest
  FROM entries e JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
  WHERE e.org_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
const KEPT = `
  SELECT lane, importer_number AS importer, month, entries, ranges, unbounded, trim_scale(refundable)::text AS refundable,
    trim_scale(refundable_min)::text AS low, trim_scale(refundable_max)::text AS high, trim_scale(interest)::text AS interest
  FROM entry_totals WHERE org_id = $1 AND entries <> 0 ORDER BY 1, 2, 3`;

describe("the totals that the database keeps", () => {
  it("are what counting afresh gives, after any writes, changes and deletions", async () => {
    const scope = await anOrganization();
    const random = seeded(11);
    const some = (count: number) => [...new Set(Array.from({ length: count }, () => 1 + random(150)))];
    for (let round = 0; round < 12; round++) {
      await writing(scope, (run) => put(run, some(60), random));
      const gone = some(10).map((serial) => entryNumber(serial));
      await writing(scope, async (run) => {
        await run("DELETE FROM screenings WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[])", gone);
        await run("DELETE FROM entries WHERE org_id = $1::uuid AND number = ANY ($2::text[])", gone);
      });
      expect(await asOwner(KEPT, [scope.orgId])).toEqual(await asOwner(COUNTED, [scope.orgId]));
    }
    const empty = await asOwner(
      "SELECT 1 FROM entry_totals WHERE org_id = $1 AND entries = 0 AND (ranges, unbounded, refundable, interest) <> (0, 0, 0, 0)",
      [scope.orgId],
    );
    expect(empty).toEqual([]);
  });

  it("forget what was rolled back", async () => {
    const scope = await anOrganization();
    const rolledBack = writing(scope, async (run) => {
      await put(run, [1, 2, 3], seeded(5));
      throw new Error("a preview");
    });
    await expect(rolledBack).rejects.toThrow("a preview");
    expect(await asOwner(KEPT, [scope.orgId])).toEqual([]);
  });
});

/** Names of tables that a plan reads from end to end. */
function tablesScanned(plan: object): readonly string[] {
  const {
    "Node Type": type,
    "Relation Name": table,
    Plans: inner = [],
  } = plan as Record<string, unknown> & {
    Plans?: readonly object[];
  };
  return [...(type === "Seq Scan" ? [String(table)] : []), ...inner.flatMap(tablesScanned)];
}

describe("an organization with thousands of entries beside others", () => {
  let scope: TenantScope;
  const ENTRIES = 6000;

  beforeAll(async () => {
    scope = await anOrganization();
    const other = await anOrganization();
    for (const each of [scope, other])
      await writing(each, (run) =>
        put(
          run,
          Array.from({ length: ENTRIES }, (_, index) => index + 1),
          seeded(3),
        ),
      );
    await asOwner("ANALYZE");
  });

  /** The plans of every query that some work asks, as the web role gets them. */
  const plansOf = (work: (t: Parameters<typeof listEntries>[0]) => Promise<unknown>) =>
    inOrganization(scope, async (t) => {
      const asked: { text: string; values: readonly unknown[] }[] = [];
      const db = new Proxy(t.db, {
        get: (target, name) =>
          name === "$queryRawUnsafe"
            ? (text: string, ...values: readonly unknown[]) => {
                asked.push({ text, values });
                return target.$queryRawUnsafe(text, ...values);
              }
            : (Reflect.get(target, name) as unknown),
      });
      await work({ ...t, db });
      // What is left of reading a table whole is what no index could spare.
      await queryOf(t)("SET LOCAL enable_seqscan = off", []);
      const scanned: string[] = [];
      for (const { text, values } of asked) {
        const [row] = await queryOf(t)<{ "QUERY PLAN": readonly { Plan: object }[] }>(
          `EXPLAIN (FORMAT JSON) ${text}`,
          values,
        );
        scanned.push(...(row?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => tablesScanned(Plan)));
      }
      return scanned;
    });

  const filters: readonly EntryFilter[] = [
    EVERYTHING,
    { ...EVERYTHING, lanes: ["protest"] },
    { ...EVERYTHING, lanes: ["protest", "court"] },
    { ...EVERYTHING, importerNumber: "12-345678900" },
    { ...EVERYTHING, search: "99" },
    { ...EVERYTHING, search: "ZZX" },
    { ...EVERYTHING, fromMonth: "2025-04", toMonth: "2025-04" },
  ];
  const sorts: readonly EntrySort[] = ["number", "entryDate", "liquidation", "refundable", "deadline"];

  it.each(filters)("can be listed and counted by indexes alone: %o", async (filter) => {
    for (const sort of sorts)
      for (const descending of [false, true])
        expect(
          await plansOf((t) => listEntries(t, filter, { sort, descending }, null, 101)),
          `${sort} ${descending}`,
        ).toEqual([]);
    expect(await plansOf((t) => totalEntries(t, filter))).toEqual([]);
  });
});
