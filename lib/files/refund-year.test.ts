import { beforeAll, describe, expect, it } from "vitest";

import {
  addUsd,
  type ClaimRow,
  day,
  type Entry,
  type EntryNumber,
  type ExpectedRefund,
  NO_COLUMN1_RATES,
  reconcileRefunds,
  type MoneyRow,
  type RefundReconciliation,
  screenEntry,
  sortedMoney,
  sumUsd,
  type Usd,
  usdText,
  ZERO_USD,
} from "@/lib/domain";
import { aRefundYear, YEAR_ODDITIES, type YearFile } from "@/lib/domain/testing/a-refund-year";

import { readEntriesFile } from "./read-entries-file";

const AS_OF = day("2026-11-21");
const year = aRefundYear(5_000);

type ReadResult = { readonly claims: readonly ClaimRow[]; readonly money: readonly MoneyRow[] };
let entries: readonly Entry[];
let results: readonly ReadResult[];

const read = async ({ name, text }: YearFile) => {
  const file = await readEntriesFile([Buffer.from(text)], { file: name, alsoReads: "claims" });
  if (!file.ok) throw new Error(`${name}: ${file.problem.kind}`);
  return file.value;
};

beforeAll(async () => {
  entries = [...(await read(year.es003)).assembled.entries.values()];
  results = await Promise.all(year.results.map(read));
});

/** What is due on each claimed entry, by its screening, as the app asks for it. */
function expectedOf(accepted: ReadonlySet<EntryNumber>): readonly ExpectedRefund[] {
  return entries.map((entry) => {
    const { refund, interest } = screenEntry(entry, {
      asOf: AS_OF,
      column1: NO_COLUMN1_RATES,
      rateClass: "corporation",
    });
    return {
      ...{
        number: entry.number,
        importerNumber: "89-123456700",
        basis: "screening",
        rateClass: "corporation",
      },
      ...{ principal: refund.certain, monthly: false, filedOn: null, liquidatedOn: null },
      ...{ depositedOn: interest?.from ?? null, depositBasis: interest?.basis ?? null },
      entryDate: entry.facts.entryDate[0]?.value ?? null,
      standing: accepted.has(entry.number) ? "accepted" : "rejected",
    };
  });
}

const acceptedIn = (files: readonly ReadResult[]): ReadonlySet<EntryNumber> =>
  new Set(
    files.flatMap(({ claims }) =>
      claims.flatMap(({ number, outcome }) => (outcome === "accepted" ? [number] : [])),
    ),
  );

let due: readonly ExpectedRefund[] = [];
function reconciled(files: readonly ReadResult[]): RefundReconciliation {
  const accepted = acceptedIn(files);
  if (due.length === 0) due = expectedOf(accepted);
  const expected = due.map((each) => ({
    ...each,
    standing: accepted.has(each.number) ? ("accepted" as const) : ("rejected" as const),
  }));
  return reconcileRefunds(
    {
      ...sortedMoney(files.flatMap(({ money }) => money)),
      expected,
    },
    AS_OF,
  );
}

/** Everything but which of several equal rows came first. */
const stateOf = (reconciliation: RefundReconciliation): string =>
  JSON.stringify(reconciliation, (key, value: unknown) =>
    key === "sources" || key === "source" ? undefined : value,
  );

const variancesIn = ({ payments }: RefundReconciliation): readonly string[] =>
  payments.flatMap(({ payment, variances, entries: paid }) => [
    ...variances.map(({ kind, amount }) => `${payment.refundNumber ?? "?"} ${kind} ${usdText(amount)}`),
    ...paid.flatMap((entry) =>
      entry.variances.map(({ kind }) => `${payment.refundNumber ?? "?"} ${kind} of an entry`),
    ),
  ]);

const refundId = (index: number): string => year.payments[index]?.refundId ?? "";
const totalOf = (index: number): string => usdText(year.payments[index]?.total ?? ZERO_USD);

describe("a year of one importer: 5,000 entries on six declarations, nine result files, forty payments", () => {
  it("reconciles with every cent explained, and names what went wrong", () => {
    const year40 = reconciled(results);
    expect(year40.payments).toHaveLength(40);
    const short = YEAR_ODDITIES.wrongQuarterRate;
    const interest = year.payments[short]?.entries.length ?? 0;
    expect(new Set(variancesIn(year40))).toEqual(
      new Set([
        `${refundId(YEAR_ODDITIES.diverted)} diverted ${totalOf(YEAR_ODDITIES.diverted)}`,
        `${refundId(YEAR_ODDITIES.returned)} returned ${totalOf(YEAR_ODDITIES.returned)}`,
        `${refundId(YEAR_ODDITIES.sent)} timing ${totalOf(YEAR_ODDITIES.sent)}`,
        `${refundId(short)} interest-rate of an entry`,
      ]),
    );
    const [found] = year40.payments.filter(({ payment }) => payment.refundNumber === refundId(short));
    expect(found?.entries).toHaveLength(interest);
    for (const { variances } of found?.entries ?? [])
      expect(variances).toMatchObject([{ part: "interest", cause: { convention: "rates-quarter-early" } }]);
    expect(found?.ledger.differences.isNegative()).toBe(true);

    let [paid, placed]: [Usd, Usd] = [ZERO_USD, ZERO_USD];
    for (const { payment, ledger } of year40.payments) {
      expect(ledger.unmatched.isZero() && ledger.notCompared.isZero() && ledger.missing.isZero()).toBe(true);
      expect(sumUsd([ledger.expected, ledger.differences]).eq(payment.total)).toBe(true);
      paid = addUsd(paid, payment.total);
      placed = addUsd(placed, addUsd(ledger.expected, ledger.differences));
    }
    expect(usdText(placed)).toBe(usdText(sumUsd(year.payments.map(({ total }) => total))));
    expect(paid.eq(placed)).toBe(true);
  });

  it("pays entries of two declarations with one payment twice, and leaves nobody's refund without a payment", () => {
    const { payments, unpaid, unrefunded, otherCredits } = reconciled(results);
    const ofTwo = payments.filter(
      ({ entries: paid }) => new Set(paid.map(({ refund }) => refund.claimNumber)).size > 1,
    );
    expect(ofTwo.map(({ payment }) => payment.refundNumber).toSorted()).toEqual(
      YEAR_ODDITIES.consolidated.map(refundId).toSorted(),
    );
    expect(unpaid).toEqual([]);
    expect(otherCredits).toHaveLength(2);
    const waiting = year.entries.filter(({ payment, rejected }) => payment === null && !rejected);
    expect(unrefunded.map(({ due: { number } }) => number).toSorted()).toEqual(
      waiting.map(({ number }) => number).toSorted(),
    );
  });

  it("finds every payment that arrived on the statement of the bank", () => {
    const states = reconciled(results).payments.map(({ payment, bank }) => `${payment.status} ${bank.kind}`);
    expect(new Set(states)).toEqual(
      new Set(["issued seen", "diverted not-told", "returned not-told", "sent not-told"]),
    );
  });

  it("comes to the same in a hundred orders of the files", { timeout: 240_000 }, () => {
    const first = stateOf(reconciled(results));
    for (let seed = 1; seed <= 100; seed++)
      expect(stateOf(reconciled(shuffled(results, seed))) === first).toBe(true);
  });
});

/** Always the same order for the same seed. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return list
    .map((item) => ({ item, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
