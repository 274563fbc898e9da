import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload, type TestUpload } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf } from "@/lib/data/testing/books-of";
import { env } from "@/lib/env";
import { aWorkbook, textRow } from "@/lib/files/testing/a-workbook";
import { aZip } from "@/lib/files/testing/a-zip";

import { receiveFiles, receiveUpload } from "./receive-upload";
import { readIntoBooks } from "./testing/read-into-books";

const filesOf = ({ orgId }: OrgScope): readonly string[] => {
  const folder = path.join(env.DATA_DIR, "uploads", orgId);
  return existsSync(folder) ? readdirSync(folder) : [];
};

const queuedFor = async ({ orgId }: OrgScope) =>
  (await asOwner("SELECT id FROM pgboss.job WHERE name = 'read-import' AND data ->> 'orgId' = $1", [orgId]))
    .length;

async function expectNothingLeft(scope: OrgScope): Promise<void> {
  expect(filesOf(scope)).toEqual([]);
  expect((await booksOf(scope)).imports).toEqual([]);
  expect(await auditOf(scope)).toEqual([]);
  expect(await queuedFor(scope)).toBe(0);
}

const ONE_ROW = anEs003([aReadyRow(entryNumber(1))]);

describe("a file that is wrong from its beginning", () => {
  it.each<[string, () => Promise<Buffer | string> | Buffer | string, string]>([
    ["an empty file", () => "", "empty-file"],
    ["blanks only", () => "\r\n \r\n", "empty-file"],
    ["a damaged workbook", () => Buffer.from("PK\u0003\u0004 [Content_Types].xml"), "archive-damaged"],
    ["an empty archive", () => aZip([]), "empty-file"],
    [
      "a workbook without headings",
      () => aWorkbook([{ name: "A", rows: textRow(1, ["Hello"]) }]),
      "no-header",
    ],
    [
      "an archive that unpacks to a thousand times its size",
      () => aZip([{ name: "a.csv", content: ONE_ROW.repeat(20_000) }]),
      "archive-too-large",
    ],
    ["a PDF", () => "%PDF-1.7 ...", "foreign-format"],
    ["a web page", () => "<!doctype html><table><tr><td>Entry Number</td></tr></table>", "markup"],
    ["a zero byte", () => ONE_ROW.replace("LLC", "\u0000"), "foreign-format"],
    ["no header", () => "a,b,c\r\n1,2,3\r\n", "no-header"],
    ["a header and no rows", () => anEs003([], ["entry", "type", "hts", "duty"]), "no-data-rows"],
    ["an unclosed quote", () => `${ONE_ROW}"ZZX\r\nmore\r\n`, "unclosed-quote"],
    ["a bare list of entry numbers", () => "Entry Number\r\nZZX10000011\r\n", "other-purpose"],
    [
      "a carrier's invoice without entry numbers",
      () => "Invoice Number,Shipment Number,XC1 Name,XC1 Charge,Total Amount\r\n1,2,DUTY,3,4\r\n",
      "unsupported-report",
    ],
  ])("%s is refused and leaves no row, no job and no byte", async (_, content, kind) => {
    const { scope } = await aMember();
    const received = await receiveUpload(scope, anUpload(await content()));
    expect(received).toMatchObject({ ok: false, problem: { kind } });
    await expectNothingLeft(scope);
  });
});

describe("an upload that is not what was announced", () => {
  const content = Buffer.from(ONE_ROW.repeat(3000));
  const altered = Buffer.from(content);
  altered[content.length - 9] = 0x39;

  it.each<[string, Buffer, string]>([
    ["cut in the middle", content.subarray(0, content.length / 2), "upload-incomplete"],
    ["cut by one byte", content.subarray(0, -1), "upload-incomplete"],
    ["nothing at all", Buffer.alloc(0), "upload-incomplete"],
    ["one byte more", Buffer.concat([content, Buffer.from("x")]), "upload-incomplete"],
    ["altered in one byte", altered, "upload-altered"],
  ])("%s is refused with nothing left", async (_, arrived, kind) => {
    const { scope } = await aMember();
    expect(await receiveUpload(scope, anUpload(content, "a.csv", arrived))).toMatchObject({
      ok: false,
      problem: { kind },
    });
    await expectNothingLeft(scope);
  });

  it("that breaks off with an error leaves nothing", async () => {
    const { scope } = await aMember();
    const whole = anUpload(content);
    const broken: TestUpload = { ...whole, body: breakingOff(whole.body) };
    await expect(receiveUpload(scope, broken)).rejects.toThrow("the browser left");
    await expectNothingLeft(scope);
  });

  it("beside the whole one of the same bytes does not harm it", async () => {
    const { scope } = await aMember();
    const [whole, cut] = await Promise.all([
      receiveUpload(scope, anUpload(content)),
      receiveUpload(scope, anUpload(content, "cut.csv", content.subarray(0, 70_000))),
    ]);
    expect(cut).toMatchObject({ ok: false, problem: { kind: "upload-incomplete" } });
    if (!whole.ok) throw new Error(whole.problem.kind);
    expect(filesOf(scope)).toHaveLength(1);
    await readIntoBooks(scope, whole.value.importId);
    expect((await booksOf(scope)).imports).toMatchObject([{ state: "committed" }]);
  });
});

function breakingOff(body: TestUpload["body"]): TestUpload["body"] {
  let chunks = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        if (++chunks === 2) throw new Error("the browser left");
        controller.enqueue(chunk);
      },
    }) as never,
  );
}

describe("a file that turns bad behind the beginning that is looked at", () => {
  const rows = Array.from({ length: 42_000 }, (_, index) =>
    aReadyRow(entryNumber(1 + (index % 500)), { line: "1" }),
  );
  const OTHER_TABLE = "Entry Number,Liquidation Date,Importer Tax ID,Duty,HTS Code\r\nZZX,1/1/2026,1,1,1\r\n";
  const good = Buffer.from(anEs003(rows));
  const withZeroByte = Buffer.from(good);
  withZeroByte[Math.floor(good.length * 0.9)] = 0;

  it.each<[string, Buffer, string]>([
    ["a zero byte", withZeroByte, "foreign-format"],
    ["another table", Buffer.concat([good, Buffer.from(OTHER_TABLE)]), "another-header"],
  ])("%s: the import is refused once, says why, and brings no row", async (_, content, kind) => {
    expect(content.length * 0.9).toBeGreaterThan(3_000_000);
    const { scope } = await aMember();
    const received = await receiveUpload(scope, anUpload(content));
    if (!received.ok) throw new Error(received.problem.kind);
    const { importId } = received.value;
    await Promise.all([readIntoBooks(scope, importId), readIntoBooks(scope, importId)]);
    const books = await booksOf(scope);
    expect(books.imports).toMatchObject([
      { state: "refused", read: 0, used: 0, setAside: 0, rowsUsed: [], rowsSetAside: [] },
    ]);
    const [stored] = await asOwner<{ refusal: unknown; entry_count: number }>(
      "SELECT refusal, entry_count FROM imports WHERE org_id = $1",
      [scope.orgId],
    );
    expect(stored).toMatchObject({ refusal: { kind }, entry_count: 0 });
    for (const table of ["entries", "lines", "setAside", "screenings", "evidence", "importers"])
      expect(books[table], table).toEqual([]);
    expect(await auditOf(scope)).toEqual(["import.stored", "import.refused"]);
  });
});

describe("cells that a database could choke on", () => {
  it.each<[string, Record<string, string>]>([
    [
      "an amount beyond any that was ever paid",
      { duty: "9999999999999999999999.99", value: "99999999999999999999999999" },
    ],
    ["fractions of a cent", { duty: "0.123456789012345678" }],
    ["an importer number of ten thousand characters", { importer: randomDigits(10_000) }],
    ["an entry type of many characters", { type: `01 ${"A".repeat(5000)}` }],
    ["a line number of ten thousand digits", { line: randomDigits(10_000), ordinal: randomDigits(10_000) }],
    ["backslashes, tabs and line ends", { importerName: "A\\B\tC\r\nD\\N\\.", importer: "\\N" }],
    ["the end mark of COPY", { importerName: "\\.", protest: "\\." }],
    ["a lone surrogate, an emoji and a byte order mark", { importerName: "\ud800\ufeff😀\ufffe" }],
    ["control characters", { importerName: "\u0001\u0002\u001b[31m\u007f" }],
    ["quotes and JSON", { importerName: `"}],{"a":"\\u0000`, protest: "'; DROP TABLE entries; --" }],
    ["days at the ends of time", { entered: "01/01/0001", liquidated: "12/31/9999" }],
  ])("%s: every row is accounted for", async (_, cells) => {
    const { scope } = await aMember();
    const rows = [aReadyRow(entryNumber(1)), aReadyRow(entryNumber(2), cells), aReadyRow(entryNumber(3))];
    const received = await receiveUpload(scope, anUpload(anEs003(rows)));
    if (!received.ok) throw new Error(received.problem.kind);
    await readIntoBooks(scope, received.value.importId);
    const [books] = (await booksOf(scope)).imports;
    expect(books).toMatchObject({ state: "committed", read: 3 });
    expect([...books!.rowsUsed, ...books!.rowsSetAside]).toHaveLength(3);
  });
});

function randomDigits(count: number): string {
  let state = 42;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String((state % 9) + 1);
  }).join("");
}

describe("an archive of several files", () => {
  const second = anEs003([aReadyRow(entryNumber(2))]);
  const workbook = aWorkbook([
    {
      name: "Main Report",
      rows: anEs003([aReadyRow(entryNumber(3))])
        .trimEnd()
        .split("\r\n")
        .map((line, index) => textRow(index + 1, line.split(",")))
        .join(""),
    },
  ]);
  const archive = aZip([
    { name: "2025/", content: "" },
    { name: "2025/first.csv", content: ONE_ROW },
    { name: "__MACOSX/2025/._first.csv", content: "litter" },
    { name: "second.csv", content: second },
    { name: "first again.csv", content: ONE_ROW },
    { name: "report.xlsx", content: workbook },
    { name: "letter.pdf", content: "%PDF-1.7" },
    { name: "inner.zip", content: aZip([{ name: "a.csv", content: ONE_ROW }]) },
  ]);

  it("becomes one import each; a file that is refused says why and leaves nothing", async () => {
    const { scope } = await aMember();
    const received = await receiveFiles(scope, anUpload(archive, "all.zip"));
    if (!received.ok) throw new Error(received.problem.kind);
    expect(received.value.map(({ name, result }) => [name, result.ok ? "taken in" : result.problem])).toEqual(
      [
        ["first.csv", "taken in"],
        ["second.csv", "taken in"],
        ["first again.csv", "taken in"],
        ["report.xlsx", "taken in"],
        ["letter.pdf", { kind: "foreign-format", format: "pdf" }],
        ["inner.zip", { kind: "foreign-format", format: "zip" }],
      ],
    );
    const imports = (await booksOf(scope)).imports;
    expect(imports).toHaveLength(3);
    expect(filesOf(scope)).toHaveLength(3);
    expect(await queuedFor(scope)).toBe(3);
    for (const { result } of received.value) if (result.ok) await readIntoBooks(scope, result.value.importId);
    expect((await booksOf(scope)).imports).toMatchObject(
      Array.from({ length: 3 }, () => ({ state: "committed", read: 1, used: 1 })),
    );
  });

  it("whose last part is damaged keeps the files before it and says so", async () => {
    const { scope } = await aMember();
    const bytes = aZip([
      { name: "first.csv", content: ONE_ROW },
      { name: "second.csv", content: second },
    ]);
    bytes.writeUInt32LE(3, bytes.lastIndexOf(Buffer.from("PK\u0001\u0002")) + 24); // its declared size
    const received = await receiveFiles(scope, anUpload(bytes, "all.zip"));
    expect(received).toMatchObject({
      ok: true,
      value: [
        { name: "first.csv", result: { ok: true } },
        { name: "second.csv", result: { ok: false, problem: { kind: "archive-damaged" } } },
      ],
    });
    expect(filesOf(scope)).toHaveLength(1);
  });

  it("with a name that climbs out of its folder is refused whole", async () => {
    const { scope } = await aMember();
    const bytes = aZip([{ name: "../../etc/first.csv", content: ONE_ROW }]);
    expect(await receiveFiles(scope, anUpload(bytes, "all.zip"))).toMatchObject({ ok: false });
    await expectNothingLeft(scope);
  });
});
