import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { asOwner } from "@/lib/data/testing/as-owner";
import { publishedEdition, publishedInOtherUnits, publishedRatesOf } from "@/lib/data/published-rates";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import { anOrganization } from "@/lib/data/testing/an-organization";
import type { HtsNumber } from "@/lib/domain";

import { loadPublishedRates } from "./load-published-rates";

const LINES = [
  { htsno: "0101", indent: "0", description: "Live horses", general: "" },
  { htsno: "0101.21.00", indent: "2", description: "Purebred breeding animals", general: "Free" },
  { htsno: "0101.21.00.10", indent: "3", description: "Males", general: "" },
  { htsno: "0102.29.40", indent: "2", description: "Other cattle", general: "1¢/kg" },
  { htsno: "8413.91.90", indent: "2", description: "Other parts of pumps", general: "2.5%" },
];

const bytes = (text: string) => new TextEncoder().encode(text);
const JSON_FILE = bytes(JSON.stringify(LINES));
const CSV_FILE = bytes(
  [
    "HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty",
    ...LINES.map(({ htsno, indent, description, general }) =>
      [htsno, indent, description, "", general].join(","),
    ),
  ].join("\r\n"),
);

const owner = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL });

beforeAll(() => owner.connect());
afterAll(() => owner.end());

const stored = () => asOwner("SELECT hts, general, percent, edition FROM published_rates ORDER BY hts");
const rows = (edition: string) => [
  { hts: "01012100", general: "Free", percent: "0", edition },
  { hts: "0101210010", general: "Free", percent: "0", edition },
  { hts: "01022940", general: "1¢/kg", percent: null, edition },
  { hts: "84139190", general: "2.5%", percent: "2.5", edition },
];

afterEach(async () => {
  await asOwner("DELETE FROM published_rates");
});

describe("the tariff schedule", () => {
  it.each([
    { format: "JSON", file: JSON_FILE },
    { format: "CSV", file: CSV_FILE },
  ])("is loaded from $format, with what is no percentage said", async ({ file }) => {
    const loaded = await loadPublishedRates(owner, file, "2026 Revision 20");
    expect(loaded).toMatchObject({
      ok: true,
      value: { edition: "2026 Revision 20", numbers: 4, notPercent: [{ hts: "01022940", general: "1¢/kg" }] },
    });
    expect(await stored()).toEqual(rows("2026 Revision 20"));
  });

  it("of another edition replaces the one before; loaded twice it is the same", async () => {
    await asOwner(
      "INSERT INTO published_rates (hts, general, percent, edition) VALUES ('99999999', 'Free', '0', 'old'), ('84139190', '5%', '5', 'old')",
    );
    for (const _ of [1, 2]) await loadPublishedRates(owner, JSON_FILE, "new");
    expect(await stored()).toEqual(rows("new"));
  });

  it("comes together from the chapters of one edition", async () => {
    await loadPublishedRates(owner, bytes(JSON.stringify(LINES.slice(0, 3))), "one");
    await loadPublishedRates(owner, bytes(JSON.stringify(LINES.slice(3))), "one");
    expect(await stored()).toEqual(rows("one"));
  });

  it("is left alone by a file that is none", async () => {
    await loadPublishedRates(owner, JSON_FILE, "one");
    expect(await loadPublishedRates(owner, bytes("a,b\r\n1,2\r\n"), "two")).toMatchObject({ ok: false });
    expect(await stored()).toEqual(rows("one"));
  });

  it("is read by every organization", async () => {
    await loadPublishedRates(owner, JSON_FILE, "one");
    const scope = await anOrganization();
    const cattle = "0102294010" as HtsNumber;
    const read = await inOrganization(scope, async (t) => ({
      rates: await publishedRatesOf(queryOf(t), null),
      edition: await publishedEdition(queryOf(t)),
      other: await publishedInOtherUnits(queryOf(t), [cattle]),
    }));
    expect([...read.rates.percents]).toHaveLength(3);
    expect(read.edition).toMatchObject({ edition: "one", numbers: 4, otherThanPercent: 1 });
    expect([...read.other]).toEqual([["01022940", "1¢/kg"]]);
  });
});
