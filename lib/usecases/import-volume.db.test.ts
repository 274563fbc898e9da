import { describe, expect, it } from "vitest";

import { declarationsOf } from "@/lib/data/declarations";
import { totalEntries } from "@/lib/data/entry-list";
import { inOrganization } from "@/lib/data/tenant";
import { accountingOf, shownAccounting } from "@/lib/data/testing/accounting";
import { aReadyRow, anEs003, entryNumber, type Es003Row } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { importsIn } from "@/lib/data/testing/books-of";
import { CAPE_LANES, READINESS_POINTS } from "@/lib/domain";

import { attestPoint } from "./attest-point";
import { createDeclarations } from "./create-declarations";
import { freezeDeclaration } from "./freeze-declaration";
import { added } from "./testing/read-into-books";

const ENTRIES = 7_000;
const ROWS = 60_000;
const ROWS_AGAIN = 20_000;

/** Lines of two rows, the goods and their IEEPA number, until the file is full; a last row repeats an earlier one. */
function* rowsOf(entries: number, rows: number): Generator<Es003Row> {
  let made = 0;
  for (let line = 1; ; line++)
    for (let serial = 1; serial <= entries; serial++) {
      const place = { line: String(line) };
      const number = entryNumber(serial);
      for (const row of [
        aReadyRow(number, { ...place, ordinal: "1", hts: "99030124", duty: "20.01" }),
        aReadyRow(number, { ...place, ordinal: "2", hts: "8413919085", value: "100.00", duty: "2.50" }),
      ]) {
        if (made++ === rows) return;
        yield row;
      }
    }
}

/** How often the planner was told of new rows by a statement, rather than by autovacuum. */
async function timesAnalyzed(): Promise<number> {
  const [{ times } = { times: 0 }] = await asOwner<{ times: number }>(
    `SELECT analyze_count::int AS times FROM pg_stat_all_tables WHERE schemaname = 'public' AND relname = 'screenings'`,
  );
  return times;
}

describe("sixty thousand rows", () => {
  const rows = [...rowsOf(ENTRIES, ROWS)];
  const ieepaRows = rows.filter(({ hts }) => hts === "99030124").length;

  it("become seven thousand entries to the cent, and again when the next file shows many of them", async () => {
    const { scope } = await aMember();
    await added(scope, anEs003(rows), "first.csv");
    const expectTotals = async () => {
      const totals = await inOrganization(scope, (t) =>
        totalEntries(t, {
          ...{ lanes: ["cape-ready"], importerNumber: null, search: null },
          ...{ fromMonth: null, toMonth: null },
        }),
      );
      expect(totals).toMatchObject({ entries: ENTRIES, ranges: 0, unbounded: 0 });
      expect(totals.refundable.toFixed(2)).toBe(
        (BigInt(ieepaRows) * 2001n).toString().replace(/(..)$/, ".$1"),
      );
    };
    await expectTotals();
    const [stored] = await asOwner<{ lines: string; duty: string }>(
      `SELECT count(*)::text AS lines, (sum(duty) * 100)::bigint::text AS duty FROM tariff_lines WHERE org_id = $1`,
      [scope.orgId],
    );
    expect(stored).toEqual({
      lines: String(ROWS),
      duty: String(ieepaRows * 2001 + (ROWS - ieepaRows) * 250),
    });

    const again = rows.slice(0, ROWS_AGAIN).map((row) => ({ ...row, quantity: "1" }));
    await added(scope, anEs003(again), "second.csv");
    await expectTotals();
    // The second file knows more of each row, so its rows count and the first one's repeat them.
    expect(await importsIn(scope)).toMatchObject([
      { read: ROWS, setAside: ROWS_AGAIN, byReason: { "identical-repeat": ROWS_AGAIN } },
      { read: ROWS_AGAIN, used: ROWS_AGAIN },
    ]);
    for (const books of await importsIn(scope)) expect(accountingOf(books)).toEqual(shownAccounting(books));
  }, 180_000);

  it("may be declared in one file of nearly ten thousand entries, at once after an organization's first import", async () => {
    const { scope } = await aMember();
    // From here on the statistics know every organization but this one, as they do right after a first import.
    await asOwner("ANALYZE");
    const before = await timesAnalyzed();
    await added(scope, anEs003([...rowsOf(9_999, 19_998)]), "many.csv");
    expect(await timesAnalyzed()).toBe(before + 1);
    const created = await createDeclarations(scope, {
      ...{ importerNumbers: ["89-123456700"], filerCodes: null, lanes: CAPE_LANES },
    });
    if (!created.ok) throw new Error(created.problem.kind);
    expect(created.value).toHaveLength(1);
    const id = created.value[0]!;
    for (const point of READINESS_POINTS)
      if (point.kind === "attested") await attestPoint(scope, id, point.id);
    expect(await freezeDeclaration(scope, id)).toEqual({ ok: true, value: null });
    const declaration = await inOrganization(scope, (t) => declarationsOf(t).find(id));
    expect(declaration).toMatchObject({ state: "frozen", entryCount: 9_999 });
    expect(declaration?.refundable.toFixed(2)).toBe("200079.99");
  }, 180_000);
});
