import { beforeEach, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { accountingOf, shownAccounting } from "@/lib/data/testing/accounting";
import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { readSample, SAMPLES } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { importsIn } from "@/lib/data/testing/books-of";

import { added } from "./testing/read-into-books";
import { askToUndo, undoImport } from "./undo-import";

let scope: OrgScope;
beforeEach(async () => {
  ({ scope } = await aMember());
});

const add = (content: Buffer | string, fileName: string): Promise<string> => added(scope, content, fileName);

const sample = async (name: keyof typeof SAMPLES) => add(await readSample(name), SAMPLES[name]);

const sums = async () => {
  const [row] = await asOwner<{ paid: string; max: string; entries: number }>(
    `SELECT sum(ieepa_duty)::numeric(12, 2)::text AS paid, sum(refundable_max)::numeric(12, 2)::text AS max,
            count(*)::int AS entries FROM screenings WHERE org_id = $1`,
    [scope.orgId],
  );
  return row;
};
const lanes = async () =>
  Object.fromEntries(
    (
      await asOwner<{ entry_number: string; lane: string }>(
        "SELECT entry_number, lane FROM screenings WHERE org_id = $1 ORDER BY 1",
        [scope.orgId],
      )
    ).map(({ entry_number, lane }) => [entry_number, lane]),
  );

describe("the wide sample", () => {
  it("gives its total without the damaged numbers, less the credit, with every row of the file accounted for", async () => {
    await sample("wide");
    expect(await sums()).toEqual({ paid: "57684.50", max: "57684.50", entries: 19 });
    const [books] = await importsIn(scope);
    expect(books).toMatchObject({ state: "committed", read: 30, used: 21, setAside: 9 });
    expect(books && accountingOf(books)).toEqual(books && shownAccounting(books));
  });

  it("beside ES-003 and the grouped report adds what they lack and contradicts nothing new, in any order", async () => {
    await sample("es003");
    await sample("grouped");
    const before = await lanes();
    await sample("wide");
    const conflicts = await asOwner(
      "SELECT DISTINCT entry_number FROM tariff_lines WHERE org_id = $1 AND disposition = 'conflict'",
      [scope.orgId],
    );
    // The grouped report repeats the value of this entry on every row, as ES-003 does not.
    expect(conflicts).toEqual([{ entry_number: "ZZX10000102" }]);
    expect(await sums()).toMatchObject({ entries: 22 });
    // Only the wide report tells of the drawback claim.
    expect(await lanes()).toMatchObject({ ...before, ZZX10000136: "excluded" });

    const first = await sums();
    ({ scope } = await aMember());
    await sample("wide");
    await sample("grouped");
    await sample("es003");
    expect(await sums()).toEqual(first);
  });
});

describe("Claim Details", () => {
  const A = entryNumber(1);
  const B = entryNumber(2);
  const claims = (status: string) =>
    `ENTRY_NUMBER,CLAIM_NUMBER,STATUS,ERROR_DESCRIPTION\n="${A}",="900000000001",${status},\n="${B}",="900000000001",Failed,UNABLE TO CALCULATE DUTY\n`;

  it("keep an accepted entry from being filed again, before and after its rows arrive", async () => {
    await add(anEs003([aReadyRow(A)]), "a.csv");
    expect(await lanes()).toEqual({ [A]: "cape-ready" });
    await add(claims("Entry Summary Updated"), "claims.csv");
    expect(await lanes()).toEqual({ [A]: "already-claimed" });
    await add(anEs003([aReadyRow(B)]), "b.csv");
    expect(await lanes()).toEqual({ [A]: "already-claimed", [B]: "cape-ready" });
    expect(await importsIn(scope)).toMatchObject([
      { fileName: "a.csv" },
      { fileName: "b.csv" },
      { fileName: "claims.csv", read: 2, used: 2, setAside: 0 },
    ]);
  });

  it("say nothing any more once their import is undone", async () => {
    await add(anEs003([aReadyRow(A)]), "a.csv");
    const id = await add(claims("Entry Summary Updated"), "claims.csv");
    expect(await askToUndo(scope, id)).toMatchObject({ ok: true });
    await undoImport(scope, id);
    expect(await lanes()).toEqual({ [A]: "cape-ready" });
  });

  it("of the sample are nine rows used", async () => {
    await sample("claims");
    expect(await importsIn(scope)).toMatchObject([{ state: "committed", read: 9, used: 9, setAside: 0 }]);
  });
});

describe("reports of refunds", () => {
  it("ES-022 gives the dates of an entry and the state of its claim", async () => {
    const A = entryNumber(1);
    await add(
      `Claim Number,Claim Status,Filer Code,Importer Number,Entry Summary Number,Entry Date,Liquidation Date,Refund Amount,Interest Amount,Refund Number,Refund Status\n900000000001,Entry Summary Updated,ZZX,89-123456700,${A},01/14/2026,10/30/2026,100.00,4.00,R1,Paid\n`,
      "es022.csv",
    );
    expect(await lanes()).toEqual({ [A]: "already-claimed" });
    expect(await importsIn(scope)).toMatchObject([{ read: 1, used: 1 }]);
  });

  it("REV-603 names no entry: every row is a payment", async () => {
    const titles = "Trade Refund Report\n\nRun Date: 11/19/2026\n\n\n";
    await add(
      `${titles}Refund ID,Payee ID,Company Name,Refund Date,Refund Status,Refund Secondary Status,Total Refund Amount,Check/ACH Trace Number\nR1,89-123456700,HARBOR,11/01/2026,Paid,Treasury Issued,104.00,T1\n`,
      "rev603.csv",
    );
    expect(await importsIn(scope)).toMatchObject([{ state: "committed", read: 1, used: 1, setAside: 0 }]);
  });
});
