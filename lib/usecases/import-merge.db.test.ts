import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { inOrganizationByCopy } from "@/lib/data/bulk-tenant";
import { accountingOf, shownAccounting } from "@/lib/data/testing/accounting";
import { aReadyRow, anEs003, entryNumber, type Es003Row } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf, importsIn } from "@/lib/data/testing/books-of";
import { watchingBulkQueries } from "@/lib/data/testing/bulk-queries";
import { lessonsOf, type AssembledFile } from "@/lib/domain";
import { readEntriesFile } from "@/lib/files/read-entries-file";

import { answerProtest } from "./answer-entry";
import { commitImport } from "./commit-import";
import { screenOrganization } from "./screen-organization";
import { readIntoBooks, upload } from "./testing/read-into-books";

const verdictsOf = async ({ orgId }: OrgScope) =>
  asOwner<{ entry_number: string; lane: string; refundable: string | null }>(
    `SELECT entry_number, lane, ieepa_duty, refundable, refundable_min, refundable_max, interest, findings
     FROM screenings WHERE org_id = $1 ORDER BY entry_number`,
    [orgId],
  );

const A = entryNumber(1);
const B = entryNumber(2);

describe("random files of the same few entries", () => {
  const cell = (...texts: string[]) => fc.constantFrom(...texts);
  const row: fc.Arbitrary<Es003Row> = fc.record({
    entry: cell(A, B),
    line: cell("1", "1", "2", ""),
    ordinal: cell("1", "2", ""),
    hts: cell("99030124", "8413919085", ""),
    duty: cell("5.00", "6.00", "-1.00", "", "0.005"),
    value: cell("0.00", "100.00"),
    liquidated: cell("", "02/20/2026"),
  });
  const columns = fc.constantFrom(
    ["entry", "line", "ordinal", "hts", "duty", "value", "liquidated"] as const,
    ["entry", "line", "hts", "duty", "liquidated"] as const,
    ["entry", "ordinal", "hts", "value", "duty"] as const,
  );
  const file = fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 8 }), columns)
    .map(([rows, names]) => anEs003(rows, names));
  const files = fc
    .uniqueArray(file, { minLength: 2, maxLength: 4 })
    .chain((texts) =>
      fc.tuple(fc.constant(texts), fc.shuffledSubarray([...texts.keys()], { minLength: texts.length })),
    );

  it("come to the same books in every order, with every row of every file accounted for", async () => {
    await fc.assert(
      fc.asyncProperty(files, async ([texts, order]) => {
        const one = (await aMember()).scope;
        const two = (await aMember()).scope;
        for (const [scope, reading] of [[one, [...texts.keys()]] as const, [two, order] as const]) {
          const ids: string[] = [];
          for (const [index, text] of texts.entries()) ids.push(await upload(scope, text, `${index}.csv`));
          for (const index of reading) await readIntoBooks(scope, ids[index]!);
          for (const books of await importsIn(scope)) {
            expect(books.state).toBe("committed");
            expect(accountingOf(books)).toEqual(shownAccounting(books));
          }
        }
        expect(await booksOf(two)).toEqual(await booksOf(one));
      }),
      { numRuns: 12, seed: 42, endOnFailure: true },
    );
  }, 120_000);
});

describe("an ordinary rate that only a later file teaches", () => {
  // 9903.02.20 includes the ordinary duty, so the refund is known only once the rate of the goods is.
  const unknown = anEs003([
    aReadyRow(A, { hts: "99030220", ordinal: "1", origin: "DE", duty: "150.00", entered: "01/14/2026" }),
    aReadyRow(A, { hts: "8413919085", ordinal: "2", origin: "DE", value: "1000.00", duty: "0.00" }),
  ]);
  const teaching = anEs003([
    aReadyRow(B, { hts: "99030124", ordinal: "1", duty: "100.00" }),
    aReadyRow(B, { hts: "8413919085", ordinal: "2", value: "1000.00", duty: "25.00" }),
  ]);
  const contradicting = teaching.replaceAll(B, entryNumber(3)).replace("25.00", "70.00");

  it("reaches the entries of earlier files at once, and so does one that makes it doubtful", async () => {
    const { scope } = await aMember();
    await readIntoBooks(scope, await upload(scope, unknown));
    expect(await verdictsOf(scope)).toMatchObject([{ entry_number: A, refundable: null }]);
    await readIntoBooks(scope, await upload(scope, teaching));
    expect((await verdictsOf(scope))[0]).toMatchObject({ entry_number: A, refundable: "125" });
    await readIntoBooks(scope, await upload(scope, contradicting));
    expect((await verdictsOf(scope))[0]).toMatchObject({ entry_number: A, refundable: null });
    const before = await verdictsOf(scope);
    await screenOrganization(scope);
    expect(await verdictsOf(scope)).toEqual(before);
  });
});

describe("a verdict that is worked out while a file is read", () => {
  const protested = { protest: "520126100045", protestStatus: "Open", status: "Liquidated" };
  const first = anEs003([aReadyRow(A, { ...protested, liquidated: "09/11/2026" })]);
  const second = anEs003([aReadyRow(A, { ...protested, liquidated: "10/30/2026", duty: "100.00" })]);

  /** Holds the first transaction before it stores a verdict, as long as the other one can use the time. */
  async function interleaved(scope: OrgScope, held: () => Promise<unknown>, other: () => Promise<unknown>) {
    const busy = { with: undefined as Promise<unknown> | undefined };
    await watchingBulkQueries(async ({ text }) => {
      if (busy.with !== undefined || !text.startsWith("INSERT INTO screenings")) return;
      busy.with = other();
      await Promise.race([busy.with, new Promise((resolve) => setTimeout(resolve, 400))]);
    }, held);
    expect(busy.with).toBeDefined();
    await busy.with;
    const stored = await verdictsOf(scope);
    await screenOrganization(scope);
    expect(stored).toEqual(await verdictsOf(scope));
  }

  it.each<[string, (scope: OrgScope, importId: string) => [() => Promise<unknown>, () => Promise<unknown>]]>([
    [
      "the daily screening, overtaken by an import",
      (s, id) => [() => screenOrganization(s), () => readIntoBooks(s, id)],
    ],
    [
      "an import, overtaken by the daily screening",
      (s, id) => [() => readIntoBooks(s, id), () => screenOrganization(s)],
    ],
    [
      "an answer, overtaken by an import",
      (s, id) => [() => answerProtest(s, A, true), () => readIntoBooks(s, id)],
    ],
    [
      "an import, overtaken by an answer",
      (s, id) => [() => readIntoBooks(s, id), () => answerProtest(s, A, true)],
    ],
  ])("%s: is none of yesterday's facts", async (_, work) => {
    const { scope } = await aMember();
    await readIntoBooks(scope, await upload(scope, first, "first.csv"));
    const id = await upload(scope, second, "second.csv");
    await interleaved(scope, ...work(scope, id));
  });
});

describe("rows that do not add up", () => {
  const content = anEs003([aReadyRow(A), aReadyRow(A), aReadyRow(B), aReadyRow(B, { duty: "7.00" })]);

  const tampered: [string, (file: AssembledFile) => AssembledFile][] = [
    ["a lost set-aside row", (file) => ({ ...file, setAside: file.setAside.slice(1) })],
    [
      "a lost line",
      (file) => ({
        ...file,
        entries: new Map([...file.entries].map(([number, entry]) => [number, { ...entry, lines: [] }])),
      }),
    ],
    ["a lost entry", (file) => ({ ...file, entries: new Map([...file.entries].slice(1)) })],
    [
      "a row counted twice",
      ({ accounting, ...file }) => ({ ...file, accounting: { ...accounting, used: accounting.used + 1 } }),
    ],
    [
      "a row never counted",
      ({ accounting, ...file }) => ({ ...file, accounting: { ...accounting, read: accounting.read + 1 } }),
    ],
    [
      "a row counted under another reason",
      ({ accounting, ...file }) => ({ ...file, accounting: { ...accounting, setAside: { footer: 3 } } }),
    ],
  ];

  it.each(tampered)("%s undoes the whole import", async (_, tamper) => {
    const { scope } = await aMember();
    const importId = await upload(scope, content);
    const before = await booksOf(scope);
    const read = await readEntriesFile([Buffer.from(content)], { file: importId });
    if (!read.ok) throw new Error(read.problem.kind);
    const { header, assembled } = read.value;
    const commit = (file: AssembledFile) =>
      inOrganizationByCopy(scope, (t) =>
        commitImport(
          t,
          importId,
          {
            numbers: new Set(file.entries.keys()),
            comparedColumns: header.layout.comparedColumns,
            evidence: lessonsOf(file.entries.values()).evidence(),
            read: {
              reportType: header.report,
              mapping: [],
              recognition: { matched: 0, total: 0, headerRow: 1, absent: [] },
            },
            pour: async (books) => {
              const entries = [...file.entries.values()].filter((entry) => !books.addNew(entry));
              await books.add({ entries, setAside: file.setAside, claims: [], money: [] });
              return { ...file, exportDay: null };
            },
          },
          today(),
        ),
      );
    await expect(commit(tamper(assembled))).rejects.toThrow(/does not add up/);
    expect(await booksOf(scope)).toEqual(before);
    expect(await auditOf(scope)).toEqual(["import.stored"]);
    expect(await commit(assembled)).toBe("committed");
    expect(await commit(assembled)).toBe("not-waiting");
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  });
});
