import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { aReadyRow, entryNumber, type Es003Row } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";

import { screenOrganization } from "./screen-organization";
import { importRows } from "./testing/read-into-books";
import { askToUndo, undoImport } from "./undo-import";

const liquidatedOn = (serial: number, date: string, change: Es003Row = {}) =>
  aReadyRow(entryNumber(serial), { liquidated: date, status: "Liquidated", ...change });

/** The set that each verdict names, by serial number: sets are told apart by letters in the order in which they come. */
async function setsNamed({ orgId }: OrgScope): Promise<string> {
  const rows = await asOwner<{ clocks: string | null }>(
    "SELECT clocks FROM screenings WHERE org_id = $1 ORDER BY entry_number",
    [orgId],
  );
  const seen: string[] = [];
  return rows
    .map(({ clocks }) => {
      if (clocks === null) return "-";
      if (!seen.includes(clocks)) seen.push(clocks);
      return String.fromCodePoint(65 + seen.indexOf(clocks));
    })
    .join("");
}

const storedSets = async ({ orgId }: OrgScope): Promise<readonly string[]> =>
  (
    await asOwner<{ id: string }>(
      "SELECT DISTINCT set_id::text AS id FROM clock_sets WHERE org_id = $1 ORDER BY 1",
      [orgId],
    )
  ).map(({ id }) => id);

const namedSets = async ({ orgId }: OrgScope): Promise<readonly string[]> =>
  (
    await asOwner<{ id: string }>(
      "SELECT DISTINCT clocks::text AS id FROM screenings WHERE org_id = $1 AND clocks IS NOT NULL ORDER BY 1",
      [orgId],
    )
  ).map(({ id }) => id);

describe("a set of clocks", () => {
  it("is one for all entries with the same dates in the same lane, whatever their money and whichever file shows them", async () => {
    const { scope } = await aMember();
    await importRows(scope, [
      liquidatedOn(1, "11/01/2026"),
      liquidatedOn(2, "11/01/2026", { duty: "7.00" }),
      liquidatedOn(3, "11/02/2026"),
      liquidatedOn(4, "11/01/2026", { entered: "01/15/2026" }),
      liquidatedOn(5, "11/01/2026", { type: "08" }),
    ]);
    expect(await setsNamed(scope)).toBe("AABCD");
    await importRows(scope, [liquidatedOn(6, "11/01/2026"), liquidatedOn(7, "11/02/2026")]);
    expect(await setsNamed(scope)).toBe("AABCDAB");
    expect(await storedSets(scope)).toHaveLength(4);
    await screenOrganization(scope);
    expect(await setsNamed(scope)).toBe("AABCDAB");
    expect(await storedSets(scope)).toHaveLength(4);
  });

  it("is of one organization, also where another one's is the same", async () => {
    const [one, other] = [await aMember(), await aMember()];
    for (const { scope } of [one, other]) await importRows(scope, [liquidatedOn(1, "11/01/2026")]);
    expect(await storedSets(one.scope)).toEqual(await storedSets(other.scope));
    await asOwner("DELETE FROM screenings WHERE org_id = $1", [one.scope.orgId]);
    await screenOrganization(other.scope);
    expect(await storedSets(one.scope)).toHaveLength(1);
    await asOwner("DELETE FROM clock_sets WHERE org_id = $1", [one.scope.orgId]);
    expect(await storedSets(other.scope)).toHaveLength(1);
  });

  it("is cleared by the nightly screening once no verdict names it, and not before", async () => {
    const { scope } = await aMember();
    await importRows(scope, [liquidatedOn(1, "11/01/2026")]);
    const kept = await namedSets(scope);
    const second = await importRows(scope, [liquidatedOn(2, "11/02/2026"), liquidatedOn(3, "11/01/2026")]);
    expect(await askToUndo(scope, second)).toEqual({ ok: true, value: null });
    await undoImport(scope, second);
    expect(await storedSets(scope)).toHaveLength(2);
    await screenOrganization(scope);
    expect(await storedSets(scope)).toEqual(kept);
    expect(await namedSets(scope)).toEqual(kept);
  });

  it("keeps of a clock that has run out its last day, and is told of no more", async () => {
    const { scope } = await aMember();
    await importRows(scope, [liquidatedOn(1, "09/01/2026")]);
    const rows = await asOwner(
      `SELECT kind, last_day::text AS until, runs, takes_away AS takes, counted_from::text AS since
       FROM clock_sets WHERE org_id = $1 ORDER BY last_day`,
      [scope.orgId],
    );
    expect(rows).toEqual([
      { kind: "psc", until: "2026-11-10", runs: false, takes: false, since: null },
      { kind: "cape-window", until: "2026-11-20", runs: false, takes: false, since: null },
      { kind: "voluntary-reliquidation", until: "2026-11-30", runs: true, takes: false, since: "2026-09-01" },
      { kind: "protest", until: "2027-02-28", runs: true, takes: true, since: "2026-09-01" },
      { kind: "court", until: "2028-01-14", runs: true, takes: false, since: "2026-01-14" },
    ]);
    const told = await asOwner<{ kind: string }>(
      "SELECT kind FROM entry_clocks WHERE org_id = $1 ORDER BY last_day",
      [scope.orgId],
    );
    expect(told.map(({ kind }) => kind)).toEqual(["voluntary-reliquidation", "protest", "court"]);
  });

  it("is none where no date of an entry is known", async () => {
    const { scope } = await aMember();
    await importRows(scope, [aReadyRow(entryNumber(1), { entered: "", status: "" })]);
    expect(await setsNamed(scope)).toBe("-");
    expect(await storedSets(scope)).toEqual([]);
  });
});
