import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { aReadyRow, entryNumber, type Es003Row } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf } from "@/lib/data/testing/books-of";
import { NO_ANSWERS, type EntryNumber } from "@/lib/domain";

import { answerCommerce, answerProtest, confirmCheckDigit, withdrawAnswer } from "./answer-entry";
import { screenOrganization } from "./screen-organization";
import { importRows } from "./testing/read-into-books";

const [A, B, C, D] = [entryNumber(1), entryNumber(2), entryNumber(3), entryNumber(4)];
/** The check digit that fits is 1. */
const MISTYPED = "ZZX10000204" as EntryNumber;

const PROTESTED = { liquidated: "10/30/2026", status: "Liquidated", protestStatus: "Open" };
const ROWS: readonly Es003Row[] = [
  aReadyRow(A, { ...PROTESTED, protest: "520126100045" }),
  aReadyRow(B, { ...PROTESTED, protest: "520126100045" }),
  aReadyRow(C, { ...PROTESTED, protest: "520126100099" }),
  aReadyRow(D, { protest: "" }),
  aReadyRow(MISTYPED),
];

async function withProtests(): Promise<OrgScope> {
  const { scope } = await aMember();
  await importRows(scope, ROWS);
  return scope;
}

const statesOf = async ({ orgId }: OrgScope) =>
  Object.fromEntries(
    (
      await asOwner<{ number: string; lane: string; answers: object }>(
        `SELECT e.number, s.lane, e.answers FROM entries e
         JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number WHERE e.org_id = $1`,
        [orgId],
      )
    ).map(({ number, lane, answers }) => [number, { lane, ...answers }]),
  );

const UNANSWERED = NO_ANSWERS;

describe("a failing check digit", () => {
  it("that somebody compared with the entry summary stands, also after the next file", async () => {
    const scope = await withProtests();
    const before = await statesOf(scope);
    expect(before[MISTYPED]).toEqual({ lane: "needs-data", ...UNANSWERED });
    expect(await confirmCheckDigit(scope, MISTYPED)).toEqual({ ok: true, value: null });
    const after = await statesOf(scope);
    expect(after).toEqual({
      ...before,
      [MISTYPED]: {
        ...UNANSWERED,
        ...{ lane: "cape-ready", checkDigitConfirmed: true },
        answeredBy: { checkDigitConfirmed: { by: "Ana Reyes", at: expect.any(String) as string } },
      },
    });
    await importRows(scope, [aReadyRow(MISTYPED, { line: "2", duty: "5.00" })]);
    await screenOrganization(scope);
    expect((await statesOf(scope))[MISTYPED]).toEqual(after[MISTYPED]);
    expect(await auditOf(scope)).toContain("entry.check-digit-confirmed");
  });
});

describe("an answer about a protest", () => {
  it.each([true, false])(
    "(only about IEEPA duty: %s) holds for every entry under it and for no other",
    async (only) => {
      const scope = await withProtests();
      const before = await statesOf(scope);
      expect(await answerProtest(scope, A, only)).toEqual({ ok: true, value: null });
      const after = await statesOf(scope);
      for (const number of [A, B]) expect(after[number]).toMatchObject({ protestOnlyAboutIeepa: only });
      expect(after[A]?.lane).toBe(after[B]?.lane);
      for (const number of [C, D, MISTYPED]) expect(after[number]).toEqual(before[number]);
      const records = await asOwner<{ details: { entries: string[] } }>(
        "SELECT details FROM audit_log WHERE org_id = $1 AND action = 'entry.protest-answered'",
        [scope.orgId],
      );
      expect(records.map(({ details }) => details.entries)).toEqual([[A, B].toSorted()]);
      const verdicts = (await booksOf(scope)).screenings;
      await screenOrganization(scope);
      expect((await booksOf(scope)).screenings).toEqual(verdicts);
    },
  );

  it("may be changed, and the last one stands", async () => {
    const scope = await withProtests();
    const lanes: unknown[] = [];
    for (const only of [true, false, true]) {
      await answerProtest(scope, A, only);
      lanes.push((await statesOf(scope))[B]?.lane);
    }
    expect(lanes[2]).toBe(lanes[0]);
    expect(lanes[1]).not.toBe(lanes[0]);
  });

  it("given twice at the same moment is one answer on every entry", async () => {
    const scope = await withProtests();
    await Promise.all([answerProtest(scope, A, true), answerProtest(scope, B, false)]);
    const { [A]: a, [B]: b } = await statesOf(scope);
    expect(a).toEqual(b);
    const verdicts = (await booksOf(scope)).screenings;
    await screenOrganization(scope);
    expect((await booksOf(scope)).screenings).toEqual(verdicts);
  });
});

describe("an entry that arrives under a protest that was answered for", () => {
  const late = aReadyRow(entryNumber(5), { ...PROTESTED, protest: "520126100045" });

  it("takes the answer, with who gave it, and an entry under another protest does not", async () => {
    const scope = await withProtests();
    await answerProtest(scope, A, true);
    const other = aReadyRow(entryNumber(6), { ...PROTESTED, protest: "520126100099" });
    await importRows(scope, [late, other]);
    const { [A]: answered, [entryNumber(5)]: inherits, [entryNumber(6)]: asked } = await statesOf(scope);
    expect(inherits).toEqual(answered);
    expect(asked).toMatchObject({ lane: "needs-data", protestOnlyAboutIeepa: null });
    const verdicts = (await booksOf(scope)).screenings;
    await screenOrganization(scope);
    expect((await booksOf(scope)).screenings).toEqual(verdicts);
  });

  it("also when it was known before, without the protest", async () => {
    const scope = await withProtests();
    await answerProtest(scope, A, false);
    await importRows(scope, [aReadyRow(D, { ...PROTESTED, protest: "520126100045" })]);
    const { [A]: answered, [D]: inherits } = await statesOf(scope);
    expect(inherits).toEqual(answered);
  });
});

describe("L7: an answer about Commerce", () => {
  const SUSPENDED = [aReadyRow(A, { type: "03" })];

  it.each([
    [true, "excluded"],
    [false, "cape-refund-later"],
  ])("(instructed: %s) puts the entry into %s until it is withdrawn", async (instructed, lane) => {
    const { scope } = await aMember();
    await importRows(scope, SUSPENDED);
    const before = await statesOf(scope);
    expect(before[A]?.lane).toBe("needs-data");
    await answerCommerce(scope, A, instructed);
    expect((await statesOf(scope))[A]).toMatchObject({
      ...{ lane, commerceInstructed: instructed },
      answeredBy: { commerceInstructed: { by: "Ana Reyes" } },
    });
    await withdrawAnswer(scope, A, "commerceInstructed");
    expect((await statesOf(scope))[A]).toEqual({ ...before[A], answeredBy: {} });
    expect(await auditOf(scope)).toEqual(
      expect.arrayContaining(["entry.commerce-answered", "entry.answer-withdrawn"]),
    );
  });
});

it("an answer withdrawn about a protest is withdrawn for every entry under it", async () => {
  const scope = await withProtests();
  const before = await statesOf(scope);
  await answerProtest(scope, A, true);
  await withdrawAnswer(scope, B, "protestOnlyAboutIeepa");
  const after = await statesOf(scope);
  for (const number of [A, B]) expect(after[number]).toEqual({ ...before[number], answeredBy: {} });
});

it("an entry stored before a question was known is asked it", async () => {
  const { scope } = await aMember();
  await importRows(scope, [aReadyRow(A, { type: "03" })]);
  await asOwner("UPDATE entries SET answers = '{\"checkDigitConfirmed\": false}' WHERE org_id = $1", [
    scope.orgId,
  ]);
  await screenOrganization(scope);
  expect((await statesOf(scope))[A]?.lane).toBe("needs-data");
  await answerCommerce(scope, A, false);
  expect((await statesOf(scope))[A]?.lane).toBe("cape-refund-later");
});

it("an entry of another organization is not found, and nothing is written", async () => {
  const scope = await withProtests();
  const stranger = (await aMember()).scope;
  const other = await withProtests();
  const before = [await booksOf(scope), await auditOf(scope), await booksOf(other), await auditOf(other)];
  for (const answer of [
    confirmCheckDigit(stranger, MISTYPED),
    answerProtest(stranger, A, true),
    answerCommerce(stranger, A, true),
    withdrawAnswer(stranger, A, "protestOnlyAboutIeepa"),
  ])
    expect(await answer).toEqual({ ok: false, problem: { kind: "entry-not-found" } });
  expect(await auditOf(stranger)).toEqual([]);
  // The same protest number in two organizations is two protests.
  expect(await answerProtest(other, A, true)).toMatchObject({ ok: true });
  expect([await booksOf(scope), await auditOf(scope)]).toEqual(before.slice(0, 2));
});
