import { describe, expect, it } from "vitest";

import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { usdText } from "@/lib/domain";

import { checkAgainstBooks } from "./check-against-books";
import { aDraft } from "./testing/a-declaration";
import { added, importRows } from "./testing/read-into-books";

const [DECLARED, LATER, OLD, UNKNOWN, CLAIMED] = [1, 2, 3, 4, 5].map((serial) => entryNumber(serial));

async function theBooks() {
  const { scope } = await aMember();
  await importRows(scope, [aReadyRow(DECLARED!)]);
  await aDraft(scope);
  await importRows(scope, [
    aReadyRow(LATER!),
    aReadyRow(OLD!, { entered: "03/10/2025", liquidated: "01/15/2026", status: "Liquidated" }),
  ]);
  await added(
    scope,
    `ENTRY_NUMBER,CLAIM_NUMBER,STATUS,ERROR_DESCRIPTION\r\n="${CLAIMED!}",="900000000001",Entry Summary Updated,\r\n`,
    "claims.csv",
  );
  return scope;
}

describe("the numbers of a file against the books", () => {
  it("stand each where they do, in the order of the file, with lane, money and reason", async () => {
    const scope = await theBooks();
    const checked = await checkAgainstBooks(scope, [UNKNOWN!, OLD!, DECLARED!, CLAIMED!, LATER!]);
    expect(checked.map(({ number, standing, lane }) => [number, standing, lane])).toEqual([
      [UNKNOWN, "not-in-books", null],
      [OLD, "rejected-lane", "court"],
      [DECLARED, "declared", "cape-ready"],
      [CLAIMED, "claimed", null],
      [LATER, "goes-in", "cape-ready"],
    ]);
    const [, old, declared, claimed] = checked;
    expect(usdText(old!.refundable!)).toBe("100.00");
    expect(old!.decided?.reasons.map(({ kind }) => kind)).toContain("liquidated-over-180-days");
    expect(declared!.declaration?.fileName).toMatch(/^CAPE_/);
    expect(claimed!.claims).toMatchObject([{ outcome: "accepted", claimNumber: "900000000001" }]);
  });

  it("are nobody else's: another organization learns nothing of them", async () => {
    await theBooks();
    const { scope } = await aMember();
    const checked = await checkAgainstBooks(scope, [DECLARED!, CLAIMED!]);
    expect(checked.map(({ standing }) => standing)).toEqual(["not-in-books", "not-in-books"]);
  });

  it("are ten thousand at once, without a number lost", async () => {
    const scope = await theBooks();
    const numbers = Array.from({ length: 10_000 }, (_, serial) => entryNumber(serial + 1));
    const checked = await checkAgainstBooks(scope, numbers);
    expect(checked.map(({ number }) => number)).toEqual(numbers);
    expect(checked.filter(({ standing }) => standing !== "not-in-books")).toHaveLength(4);
  });
});
