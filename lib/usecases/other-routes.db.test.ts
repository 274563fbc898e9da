import { describe, expect, it } from "vitest";

import { today } from "@/lib/clock";
import { routeTotals } from "@/lib/data/route-entries";
import { inOrganization } from "@/lib/data/tenant";
import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { addDays, usdText, type Day } from "@/lib/domain";

import { letterBooks } from "./letter-facts";
import { entriesForCounsel } from "./other-routes";
import { protestSheet } from "./protest-sheet";
import { importRows } from "./testing/read-into-books";

const [LATE, GONE, TYPE_08, READY] = [1, 2, 3, 4].map((serial) => entryNumber(serial));
const IMPORTER = "89-123456700";

const written = (on: Day): string => `${on.slice(5, 7)}/${on.slice(8)}/${on.slice(0, 4)}`;
const liquidated = (daysAgo: number) => ({
  ...{ entered: "06/16/2025", status: "Liquidated", liquidated: written(addDays(today(), -daysAgo)) },
});

async function theBooks() {
  const { scope } = await aMember();
  await importRows(scope, [
    aReadyRow(LATE!, liquidated(100)),
    aReadyRow(LATE!, { ...liquidated(100), ordinal: "2", hts: "99030125", duty: "50.00" }),
    aReadyRow(GONE!, liquidated(200)),
    aReadyRow(TYPE_08!, { type: "08" }),
    aReadyRow(READY!),
  ]);
  return scope;
}

describe("the protest sheet of an importer", () => {
  it("has a row for each IEEPA number of each entry that can be protested, with its last day", async () => {
    const sheet = await protestSheet(await theBooks(), IMPORTER);
    const rows = sheet.ok ? sheet.value : [];
    expect(rows.map(({ number, changeTo }) => [number, changeTo])).toEqual([
      [LATE, "Delete 9903.01.24; IEEPA duty 0.00"],
      [LATE, "Delete 9903.01.25; IEEPA duty 0.00"],
    ]);
    expect(rows.map(({ lastDay }) => lastDay)).toEqual([addDays(today(), 80), addDays(today(), 80)]);
  });

  it("is empty for another importer and in another organization", async () => {
    expect(await protestSheet(await theBooks(), "12-345678900")).toMatchObject({ value: [] });
    expect(await protestSheet((await aMember()).scope, IMPORTER)).toMatchObject({ value: [] });
  });
});

describe("the lists for counsel", () => {
  it("hold each lane's entries with why, and the earliest reading of the court's two years", async () => {
    const scope = await theBooks();
    const court = await entriesForCounsel(scope, "court", null);
    expect(court).toMatchObject({ value: [{ number: GONE, importerName: "HARBOR SAMPLE GOODS LLC" }] });
    expect(court.ok && court.value[0]?.lastDays.court).toBe("2027-06-16");
    const excluded = await entriesForCounsel(scope, "excluded", IMPORTER);
    expect(excluded).toMatchObject({ value: [{ number: TYPE_08 }] });
    expect(excluded.ok && excluded.value[0]?.decided?.reasons[0]?.kind).toBe("entry-type-excluded");
  });

  it("come to the sums that the page shows", async () => {
    const scope = await theBooks();
    const totals = await inOrganization(scope, (t) => routeTotals(t, ["protest", "court", "excluded"]));
    expect(totals.map(({ lane, entries, refundable }) => [lane, entries, usdText(refundable)])).toEqual([
      ["court", 1, "100.00"],
      ["excluded", 1, "100.00"],
      ["protest", 1, "150.00"],
    ]);
  });
});

describe("what letters are filled from", () => {
  it("is the importer's filer with its entries, and those that wait for a fact", async () => {
    const scope = await theBooks();
    await importRows(scope, [aReadyRow(entryNumber(9), { entered: "" })]);
    const books = await inOrganization(scope, (t) => letterBooks(t, { importer: IMPORTER, filer: "ZZX" }));
    expect(books.chosen).toMatchObject({ importerNumber: IMPORTER, filerCode: "ZZX", entries: 5 });
    expect(books.open.map(({ number }) => number)).toEqual([entryNumber(9)]);
    expect(books.openCount).toBe(1);
  });

  it("is nothing in an organization without imports", async () => {
    const { scope } = await aMember();
    const books = await inOrganization(scope, (t) => letterBooks(t, { importer: "", filer: "" }));
    expect([books.chosen, books.openCount]).toEqual([null, 0]);
  });
});
