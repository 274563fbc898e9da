import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { accountingOf, shownAccounting } from "@/lib/data/testing/accounting";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload, readSample, SAMPLES } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf, importsIn } from "@/lib/data/testing/books-of";

import { receiveUpload } from "./receive-upload";
import { screenOrganization } from "./screen-organization";
import { readIntoBooks, upload } from "./testing/read-into-books";

type Files = Readonly<Record<string, Buffer | string>>;

/** Uploads all, in the order given, and reads them in another; of two equal rows the one uploaded first counts. */
async function readFiles(scope: OrgScope, files: Files, order: readonly string[] = Object.keys(files)) {
  const ids = new Map<string, string>();
  for (const [name, content] of Object.entries(files)) ids.set(name, await upload(scope, content, name));
  for (const name of order) await readIntoBooks(scope, ids.get(name)!);
  return [...ids.values()];
}

const readSamples = async (scope: OrgScope, ...names: (keyof typeof SAMPLES)[]) => {
  for (const name of names) await readFiles(scope, { [SAMPLES[name]]: await readSample(name) });
};

async function expectExactAccounting(scope: OrgScope): Promise<void> {
  for (const books of await importsIn(scope)) expect(accountingOf(books)).toEqual(shownAccounting(books));
}

/** What a verdict comes to, without the sources it was read from. */
const verdictsOf = async ({ orgId }: OrgScope) =>
  asOwner<{ entry_number: string; lane: string }>(
    `SELECT entry_number, lane, ieepa_duty, refundable, refundable_min, refundable_max, interest, next_deadline::text
     FROM screenings WHERE org_id = $1 ORDER BY entry_number`,
    [orgId],
  );

const LANES_OF_THE_ES003 = {
  "00401234562": "court", // liquidated 330 days ago
  "8E000000126": "protest", // 127 days ago
  "98712345671": "cape-ready", // unliquidated
  ZZX10000011: "court",
  ZZX10000029: "court",
  ZZX10000052: "cape-ready", // scheduled to liquidate in six days
  ZZX10000060: "not-ieepa", // USMCA-exempt, no duty
  ZZX10000078: "court",
  ZZX10000086: "court", // 183 days ago: three past the protest window
  ZZX10000102: "cape-refund-later", // suspended: AD/CVD
  ZZX10000110: "protest", // 169 days ago
  ZZX10000128: "cape-recon", // flagged for reconciliation
  ZZX10000144: "cape-ready", // liquidated 71 days ago
  ZZX10000204: "needs-data", // its check digit fails
  ZZX10000219: "not-ieepa", // entered after the window
  ZZX10000227: "excluded", // an open protest
};

describe("an ES-003 with 52 rows, two of them repeats", () => {
  it("becomes 16 screened entries with every row accounted for and the duty to the cent", async () => {
    const { scope } = await aMember();
    await readSamples(scope, "es003");
    const books = await booksOf(scope);
    expect(books.imports).toMatchObject([
      { state: "committed", read: 52, used: 50, setAside: 2, byReason: { "identical-repeat": 2 } },
    ]);
    expect(books.imports[0]?.rowsSetAside).toEqual([52, 53]);
    await expectExactAccounting(scope);
    expect(books.entries).toHaveLength(16);
    const verdicts = await verdictsOf(scope);
    expect(Object.fromEntries(verdicts.map(({ entry_number, lane }) => [entry_number, lane]))).toEqual(
      LANES_OF_THE_ES003,
    );
    const [sum] = await asOwner<{ duty: string; used: string; as_of: string }>(
      `SELECT (SELECT sum(ieepa_duty)::numeric(12, 2)::text FROM screenings WHERE org_id = $1) AS duty,
              (SELECT sum(duty)::numeric(12, 2)::text FROM tariff_lines
               WHERE org_id = $1 AND disposition = 'used' AND hts ~ '^9903(01|02)') AS used,
              (SELECT max(as_of)::text FROM screenings WHERE org_id = $1) AS as_of`,
      [scope.orgId],
    );
    expect(sum).toEqual({ duty: "40629.50", used: "40629.50", as_of: "2026-11-21" });
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  });

  it("is taken in once, however often it is uploaded, also at the same moment and under another name", async () => {
    const { scope } = await aMember();
    const content = await readSample("es003");
    const first = await upload(scope, content, "first.csv");
    await readIntoBooks(scope, first);
    const before = await booksOf(scope);
    const again = await receiveUpload(scope, anUpload(content, "second.csv"));
    expect(again).toMatchObject({
      ok: true,
      value: { importId: first, importedAt: expect.any(Date) as Date },
    });
    await readIntoBooks(scope, first);
    expect(await booksOf(scope)).toEqual(before);
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);

    const other = (await aMember()).scope;
    const many = await Promise.all(
      Array.from({ length: 5 }, (_, index) => receiveUpload(other, anUpload(content, `${index}.csv`))),
    );
    expect(new Set(many.map((each) => (each.ok ? each.value.importId : each.problem.kind))).size).toBe(1);
    expect(many.filter((each) => each.ok && each.value.importedAt === null)).toHaveLength(1);
    expect(await auditOf(other)).toEqual(["import.stored"]);
    await readIntoBooks(other, many[0]?.ok ? many[0].value.importId : "");
    expect(await importsIn(other)).toMatchObject([{ state: "committed", read: 52 }]);
  });

  it("is read once, though two processes read it at the same moment", async () => {
    const { scope } = await aMember();
    const id = await upload(scope, await readSample("es003"), SAMPLES.es003);
    await Promise.all([readIntoBooks(scope, id), readIntoBooks(scope, id), readIntoBooks(scope, id)]);
    const reference = (await aMember()).scope;
    await readSamples(reference, "es003");
    expect(await booksOf(scope)).toEqual(await booksOf(reference));
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  });
});

/** The samples, and two more that contradict and repeat them: a later pull with other amounts, and one without ordinals. */
async function overlappingFiles() {
  const es003 = (await readSample("es003")).toString();
  const [heading = "", ...rows] = es003.split("\r\n");
  const later = rows.map((row) => row.replace("$4,000.00", "$4,500.00").replace("01/23/2026", "02/20/2026"));
  const bare = rows.filter((row) => row !== "").map((row) => row.split(",").toSpliced(25, 1));
  return {
    es003,
    grouped: await readSample("grouped"),
    later: [heading, ...later.slice(0, 20), ...later.slice(0, 3), ""].join("\r\n"),
    bare: [heading.split(",").toSpliced(25, 1), ...bare].map((cells) => cells.join(",")).join("\r\n"),
  };
}

describe("several files of the same entries", () => {
  it.each([
    [["es003", "grouped"]],
    [["es003", "later"]],
    [["es003", "bare"]],
    [["later", "grouped", "es003"]],
    [["es003", "grouped", "later", "bare"]],
    [["bare", "later", "grouped", "es003"]],
  ] as const)("%j come to the same books in whichever order they are read", async (names) => {
    const all = await overlappingFiles();
    const files = Object.fromEntries(names.map((name) => [name, all[name]]));
    const one = (await aMember()).scope;
    const two = (await aMember()).scope;
    await readFiles(one, files);
    await readFiles(two, files, names.toReversed());
    await expectExactAccounting(one);
    await expectExactAccounting(two);
    expect(await booksOf(two)).toEqual(await booksOf(one));
  });

  it("come to the same verdicts in whichever order they were uploaded", async () => {
    const files = Object.entries(await overlappingFiles());
    const one = (await aMember()).scope;
    const two = (await aMember()).scope;
    await readFiles(one, Object.fromEntries(files));
    await readFiles(two, Object.fromEntries(files.toReversed()));
    await expectExactAccounting(two);
    expect(await verdictsOf(two)).toEqual(await verdictsOf(one));
  });

  it("come to the same books when they are read at the same moment", async () => {
    const files = await overlappingFiles();
    const one = (await aMember()).scope;
    const two = (await aMember()).scope;
    await readFiles(one, files);
    const ids = await readFiles(two, files, []);
    await Promise.all(ids.map((id) => readIntoBooks(two, id)));
    await expectExactAccounting(two);
    expect(await booksOf(two)).toEqual(await booksOf(one));
  });

  it("leave no verdict that screening afresh would change", async () => {
    const { scope } = await aMember();
    await readFiles(scope, await overlappingFiles());
    const before = await verdictsOf(scope);
    await screenOrganization(scope);
    expect(await verdictsOf(scope)).toEqual(before);
  });

  it("of two organizations never meet", async () => {
    const one = (await aMember()).scope;
    const two = (await aMember()).scope;
    await readSamples(one, "es003");
    const before = await booksOf(one);
    await readFiles(two, await overlappingFiles());
    expect(await booksOf(one)).toEqual(before);
  });
});
