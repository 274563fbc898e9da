import { beforeAll, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { currentCalendarEvents } from "@/lib/data/calendar-events";
import {
  clockKindSums,
  deadlineDays,
  deadlineWeeks,
  listClocks,
  type DeadlineFilter,
} from "@/lib/data/deadlines";
import { inOrganization, type TenantScope } from "@/lib/data/tenant";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { anOrganization } from "@/lib/data/testing/an-organization";
import { readSample } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { day, openClocksOf, sumUsd, usdText, type EntryNumber } from "@/lib/domain";

import { screenOrganization } from "./screen-organization";
import { added, importRows } from "./testing/read-into-books";
import { askToUndo, undoImport } from "./undo-import";
import { viewEntry } from "./view-entry";

const EVERY_CLOCK: DeadlineFilter = {
  ...{ from: day("2026-11-21"), until: null, kinds: [], importerNumber: null, atRiskOnly: false },
};

/** The lines that the verdicts give, worked out afresh. */
async function expectedOf(scope: OrgScope): Promise<readonly string[]> {
  const entries = await asOwner<{ number: EntryNumber }>("SELECT number FROM entries WHERE org_id = $1", [
    scope.orgId,
  ]);
  const views = await Promise.all(entries.map(({ number }) => viewEntry(scope, number, today())));
  return views
    .flatMap((view, index) => {
      if (view === null) throw new Error("An entry is not to be seen");
      return openClocksOf(view.screening).map(({ kind, from, lastDay, estimated, disputed, atRisk }) =>
        [
          entries[index]?.number,
          kind,
          from,
          lastDay,
          estimated,
          disputed,
          atRisk === null ? "range" : usdText(atRisk),
        ].join(" "),
      );
    })
    .sort();
}

/** The lines as they are kept. */
async function keptOf({ orgId }: TenantScope): Promise<readonly string[]> {
  const rows = await asOwner<{ line: string }>(
    `SELECT concat_ws(' ', entry_number, kind, counted_from, last_day,
              CASE WHEN estimated THEN 'true' ELSE 'false' END, CASE WHEN disputed THEN 'true' ELSE 'false' END,
              coalesce(round(at_risk, 2)::text, 'range')) AS line
     FROM entry_clocks WHERE org_id = $1`,
    [orgId],
  );
  return rows.map(({ line }) => line).sort();
}

describe("the clocks that are kept for lists", () => {
  let scope: OrgScope;

  beforeAll(async () => {
    ({ scope } = await aMember());
  });

  it("are those of the verdicts, after an import, another one, a screening and an undo", async () => {
    const sample = await readSample("es003");
    await added(scope, sample, "sample.csv");
    expect((await keptOf(scope)).length).toBeGreaterThan(15);
    expect(await keptOf(scope)).toEqual(await expectedOf(scope));

    const liquidated = [1, 2, 3].map((serial) =>
      aReadyRow(entryNumber(7000 + serial), {
        liquidated: `11/0${String(serial)}/2026`,
        status: "Liquidated",
      }),
    );
    const on = { liquidated: "11/01/2026", status: "Liquidated" };
    const [excluded, negative, range] = [7011, 7012, 7013].map((serial) => entryNumber(serial));
    const inOtherLanes = [
      aReadyRow(excluded!, { ...on, type: "08" }),
      aReadyRow(negative!, { ...on, duty: "-100.00" }),
      aReadyRow(range!, { ...on, hts: "99030220", duty: "150.00", origin: "DE" }),
      aReadyRow(range!, {
        ...on,
        hts: "8413919085",
        duty: "0.00",
        value: "1000.00",
        ordinal: "2",
        origin: "DE",
      }),
    ];
    const importId = await importRows(scope, [...liquidated, ...inOtherLanes]);
    const kept = await keptOf(scope);
    expect(kept).toContainEqual(expect.stringMatching(`${range!} cape-window .* range$`));
    expect(kept).toContainEqual(expect.stringMatching(`${negative!} cape-window .* 0.00$`));
    expect(kept).toContainEqual(expect.stringMatching(`${excluded!} protest .* 100.00$`));
    expect(kept).toContainEqual(expect.stringMatching(`${excluded!} cape-window .* 0.00$`));
    expect(await keptOf(scope)).toEqual(await expectedOf(scope));

    await asOwner("DELETE FROM clock_sets WHERE org_id = $1 AND kind = 'protest'", [scope.orgId]);
    await asOwner(
      `UPDATE screenings SET clocks = (SELECT set_id FROM clock_sets WHERE org_id = $1 AND kind = 'cape-window' LIMIT 1)
       WHERE org_id = $1`,
      [scope.orgId],
    );
    expect(await keptOf(scope)).not.toEqual(await expectedOf(scope));
    await screenOrganization(scope);
    expect(await keptOf(scope)).toEqual(await expectedOf(scope));

    expect(await askToUndo(scope, importId)).toEqual({ ok: true, value: null });
    await undoImport(scope, importId);
    expect(await keptOf(scope)).toEqual(await expectedOf(scope));
  });

  it("come to the same by day, by week, by kind and entry by entry", async () => {
    await inOrganization(scope, async (t) => {
      for (const atRiskOnly of [true, false]) {
        const filter = { ...EVERY_CLOCK, atRiskOnly };
        const days = await deadlineDays(t, filter, null, 1000);
        const weeks = await deadlineWeeks(t, filter);
        const kinds = await clockKindSums(t, filter);
        const clocks = await listClocks(t, filter, null, 1000);
        const total = (rows: readonly { readonly clocks: number }[]) =>
          rows.reduce((count, row) => count + row.clocks, 0);
        expect(total(days)).toBe(clocks.length);
        expect(total(weeks)).toBe(clocks.length);
        expect(total([...kinds.values()])).toBe(clocks.length);
        const sums = [days, weeks].map((rows) => usdText(sumUsd(rows.map(({ atRisk }) => atRisk))));
        expect(sums[0]).toBe(sums[1]);
        expect(sums[0]).toBe(usdText(sumUsd(clocks.flatMap(({ atRisk }) => atRisk ?? []))));
        for (const [kind, sum] of kinds) {
          const own = clocks.filter((clock) => clock.kind === kind);
          const known = own.flatMap(({ atRisk }) => atRisk ?? []);
          expect({ ...sum, atRisk: usdText(sum.atRisk) }).toEqual({
            ...{ clocks: own.length, atRisk: usdText(sumUsd(known)), ranges: own.length - known.length },
            nextDay: own[0]?.lastDay,
          });
        }
      }
    });
  });

  it("are paged by keyset without loss or repetition, whatever the size of a page", async () => {
    await inOrganization(scope, async (t) => {
      const whole = await listClocks(t, EVERY_CLOCK, null, 1000);
      const paged = [];
      for (let after = null; ;) {
        const page = await listClocks(t, EVERY_CLOCK, after, 3);
        paged.push(...page);
        const last = page.at(-1);
        if (page.length < 3 || last === undefined) break;
        after = last as never;
      }
      expect(paged).toEqual(whole);
      const [first, second] = await deadlineDays(t, EVERY_CLOCK, null, 2);
      expect(await deadlineDays(t, EVERY_CLOCK, first!, 1)).toEqual([second]);
    });
  });

  it("are filtered by importer, day and kind", async () => {
    await inOrganization(scope, async (t) => {
      const [first] = await deadlineDays(t, EVERY_CLOCK, null, 1);
      const clocks = await listClocks(
        t,
        { ...EVERY_CLOCK, from: first!.day, until: first!.day, kinds: [first!.kind] },
        null,
        1000,
      );
      expect(clocks).toHaveLength(first!.clocks);
      expect(await listClocks(t, { ...EVERY_CLOCK, importerNumber: "nobody" }, null, 10)).toEqual([]);
      const importer = clocks[0]!.importerNumber;
      const own = await listClocks(t, { ...EVERY_CLOCK, importerNumber: importer }, null, 1000);
      expect(own.length).toBeGreaterThan(0);
      expect(new Set(own.map(({ importerNumber }) => importerNumber))).toEqual(new Set([importer]));
      const ofImporter = { ...EVERY_CLOCK, importerNumber: importer };
      const sums = [await deadlineWeeks(t, ofImporter), [...(await clockKindSums(t, ofImporter)).values()]];
      for (const rows of sums) expect(rows.reduce((count, row) => count + row.clocks, 0)).toBe(own.length);
    });
  });
});

describe("the clocks of 100,000 entries", () => {
  it("are read from an index, for a page and for all weeks", async () => {
    const scope = await anOrganization();
    const statements = [
      `INSERT INTO entries (org_id, number, facts, answers, importer_number)
       SELECT $1::uuid, 'ZZX' || lpad(n::text, 8, '0'), '{}', '{}', '12-345678900' FROM generate_series(1, 100000) n`,
      `INSERT INTO clock_sets (org_id, set_id, kind, last_day, runs, takes_away, counted_from, estimated, disputed)
       SELECT $1::uuid, md5(n::text)::uuid, k.kind, date '2026-11-21' + n % 300, true, true, date '2026-11-01' - n / 300, false, false
       FROM generate_series(0, 1499) n CROSS JOIN (VALUES ('cape-window'), ('court')) k (kind)`,
      `INSERT INTO screenings (org_id, entry_number, lane, findings, missing, clocks, ieepa_duty, refundable, refundable_min,
         rules_version, as_of)
       SELECT $1::uuid, 'ZZX' || lpad(n::text, 8, '0'), 'cape-ready', '[]', '[]', md5((n % 1500)::text)::uuid, 0, n % 7, n % 7,
         '1', '2026-11-21' FROM generate_series(1, 100000) n`,
    ];
    for (const statement of statements) await asOwner(statement, [scope.orgId]);
    for (const table of ["entries", "screenings", "clock_sets"]) await asOwner(`VACUUM (ANALYZE) ${table}`);
    const filter = { ...EVERY_CLOCK, atRiskOnly: true };
    const times = await inOrganization(scope, async (t) => {
      const timed = async (run: () => Promise<unknown>) => {
        const begun = performance.now();
        await run();
        return Math.round(performance.now() - begun);
      };
      await deadlineDays(t, filter, null, 100);
      return {
        days: await timed(() => deadlineDays(t, filter, null, 101)),
        weeks: await timed(() => deadlineWeeks(t, filter)),
        kinds: await timed(() => clockKindSums(t, filter)),
        clocks: await timed(() => listClocks(t, filter, null, 101)),
        importer: await timed(() => deadlineWeeks(t, { ...filter, importerNumber: "12-345678900" })),
        calendar: await timed(() => currentCalendarEvents(t, today())),
      };
    });
    console.info("Milliseconds at 200,000 clocks:", JSON.stringify(times));
    const plan = await inOrganization(scope, ({ db, orgId }) =>
      db.$queryRawUnsafe<Record<string, unknown>[]>(
        `EXPLAIN SELECT last_day, kind, count(*), sum(at_risk) FROM entry_clocks c
         WHERE c.org_id = (SELECT $1::uuid) AND c.last_day >= date '2026-11-21' AND c.at_risk IS DISTINCT FROM 0
         GROUP BY last_day, kind ORDER BY last_day, kind LIMIT 101`,
        orgId,
      ),
    );
    // The sets by one of their indexes, whichever statistics favour, and of each verdict what a narrow one holds: no page of
    // verdicts is opened.
    expect(JSON.stringify(plan)).toMatch(/Index Scan (using|on) clock_sets_(by_day|pkey)/);
    expect(JSON.stringify(plan)).toMatch(/Index Only Scan using screenings_by_clocks/);
    expect(JSON.stringify(plan)).not.toMatch(/Seq Scan|(?<!Only) Scan using screenings/);
    expect(times.days).toBeLessThan(1000);
    expect(times.clocks).toBeLessThan(1000);
    await asOwner("DELETE FROM screenings WHERE org_id = $1", [scope.orgId]);
    await asOwner("DELETE FROM entries WHERE org_id = $1", [scope.orgId]);
    await asOwner("DELETE FROM clock_sets WHERE org_id = $1", [scope.orgId]);
    expect(await keptOf(scope)).toEqual([]);
  }, 120_000);
});
