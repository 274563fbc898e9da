import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { readHtsSchedule } from "./read-hts-schedule";

const SAMPLE = path.resolve(import.meta.dirname, "testing/hts-schedule.json");
const CSV_HEADINGS =
  "HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties";

async function read(source: string | Uint8Array) {
  const found = await readHtsSchedule(source);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}
const percents = async (source: string | Uint8Array) =>
  Object.fromEntries((await read(source)).rows.map(({ hts, percent }) => [hts, percent]));
const percentOf = async (general: string) =>
  (await percents(Buffer.from(JSON.stringify([{ htsno: "8413.91.90", general }]))))["84139190"];

describe("the published tariff schedule", () => {
  it("is read from JSON as hts.usitc.gov exports it; statistical lines have the rate of their parent", async () => {
    expect(await percents(SAMPLE)).toEqual({
      "01012100": "0",
      "0101210010": "0",
      "02011005": null,
      "84139190": "2.5",
      "8413919085": "2.5",
      "84713001": "0",
      "8471300100": "0",
    });
  });

  it("keeps the words of the schedule without footnote marks", async () => {
    const { rows } = await read(SAMPLE);
    expect(rows.find(({ hts }) => hts === "8413919085")?.general).toBe("2.5%");
    expect(rows.find(({ hts }) => hts === "02011005")?.general).toBe("4.4¢/kg");
  });

  it("is read from CSV, with quotes, commas and line breaks in the descriptions", async () => {
    const csv = [
      CSV_HEADINGS,
      '"0101","0","Live horses, asses, mules and hinnies:","","","","","",""',
      '"","1","Horses:","","","","","",""',
      '"8421.39.01","2","Other ""filters"",\nof all kinds","","Free","","35%","",""',
      '"8421.39.01.15","3","Dust collection","[""No.""]","","","","",""',
      '"6402.99.31","2","Other","","6%","","35%","",""',
    ].join("\r\n");
    const found = { "84213901": "0", "8421390115": "0", "64029931": "6" };
    expect(await percents(Buffer.from(csv))).toEqual(found);
    expect(await percents(Buffer.from(`\uFEFF${csv}`))).toEqual(found);
  });

  it("keeps a rate of its own on a statistical line", async () => {
    const lines = [
      { htsno: "8413.91.90", general: "2.5%" },
      { htsno: "8413.91.90.85", general: "3%" },
    ];
    expect(await percents(Buffer.from(JSON.stringify(lines)))).toEqual({
      "84139190": "2.5",
      "8413919085": "3",
    });
  });

  it.each([
    ["Free", "0"],
    ["Free 1/", "0"],
    [" free\u00A0", "0"],
    ["2.5%", "2.5"],
    ["2.50 %", "2.5"],
    ["16%", "16"],
    ["0.9%", "0.9"],
    [".5%", "0.5"],
    ["2.5% 2/ 3/", "2.5"],
    ["2.5%<sup>1/</sup>", "2.5"],
    ["2.5%\u00B9", "2.5"],
    ["3.7¢/kg", null],
    ["1.2¢/kg + 4%", null],
    ["$1.035/kg", null],
    ["51¢ each + 6.25% on the case and strap", null],
    ["The rate applicable to the article of which it is a part or accessory", null],
    ["The duty provided in the applicable subheading + 10%", null],
    ["2.5% ad val. but not less than 1¢/kg", null],
  ])("%j is %s", async (general, percent) => {
    expect(await percentOf(general)).toBe(percent);
  });

  it.each([
    ["hts_2026_revision_5_json.json", "HTS 2026 Revision 5"],
    ["hts_2025_basic_edition_json.json", "HTS 2025 Basic Edition"],
    ["htsdata.json", null],
  ])("of the name %s is the edition %s", async (name, edition) => {
    const folder = await mkdtemp(path.join(tmpdir(), "hts-"));
    try {
      await copyFile(SAMPLE, path.join(folder, name));
      expect((await read(path.join(folder, name))).edition).toBe(edition);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each<[string, Uint8Array, object]>([
    ["nothing", Buffer.alloc(0), { kind: "empty-file" }],
    ["a broken JSON", Buffer.from('[{"htsno":'), { kind: "no-tariff-schedule", because: "json" }],
    ["a JSON object", Buffer.from('{"results":[]}'), { kind: "no-tariff-schedule", because: "json" }],
    ["a list of other things", Buffer.from('[{"code":"0101.21.00"}]'), { because: "json" }],
    ["another table", Buffer.from("Entry Number,Duty\n1,2\n"), { because: "columns" }],
    ["only headings", Buffer.from(`${CSV_HEADINGS}\n`), { because: "no-rates" }],
    ["only Chapter 99", Buffer.from('[{"htsno":"9903.01.24","general":"10%"}]'), { because: "no-rates" }],
    ["a PDF", Buffer.from("%PDF-1.7 …"), { kind: "foreign-format", format: "pdf" }],
    ["too much", Buffer.alloc(64 * 1024 ** 2 + 1, 32), { kind: "too-many-bytes" }],
  ])("refuses %s", async (_what, bytes, problem) => {
    expect(await readHtsSchedule(bytes)).toMatchObject({ ok: false, problem });
  });
});
