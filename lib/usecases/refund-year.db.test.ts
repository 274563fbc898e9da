import { expect, it } from "vitest";

import { aMember } from "@/lib/data/testing/a-member";
import { inOrganization } from "@/lib/data/tenant";
import { day, sumUsd, usdText, type RefundReconciliation } from "@/lib/domain";
import { aRefundYear, type YearFile } from "@/lib/domain/testing/a-refund-year";

import { added } from "./testing/read-into-books";
import { viewRefunds } from "./view-refunds";

const ORDERS = 3;
const year = aRefundYear(240);

/** Everything but which import showed it, and on which day it was first known to be filed. */
const stateOf = (reconciliation: RefundReconciliation): string =>
  JSON.stringify(reconciliation, (key, value: unknown) =>
    ["source", "sources", "filedOn"].includes(key) ? undefined : value,
  );

async function readInOrder(files: readonly YearFile[]): Promise<RefundReconciliation> {
  const { scope } = await aMember();
  for (const { name, text } of files) await added(scope, text, name);
  return (await inOrganization(scope, (t) => viewRefunds(t, day("2026-11-21")))).reconciliation;
}

it(
  `a year's files come to the same books in ${String(ORDERS)} orders, with every cent of forty payments explained`,
  { timeout: 240_000 },
  async () => {
    const files = [year.es003, ...year.results];
    const first = await readInOrder(files);
    expect(first.payments).toHaveLength(40);
    for (const { payment, ledger } of first.payments) {
      expect(ledger.unmatched.isZero() && ledger.notCompared.isZero()).toBe(true);
      expect(sumUsd([ledger.expected, ledger.differences]).eq(payment.total)).toBe(true);
    }
    expect(usdText(sumUsd(first.payments.map(({ payment }) => payment.total)))).toBe(
      usdText(sumUsd(year.payments.map(({ total }) => total))),
    );
    for (let order = 1; order < ORDERS; order++) {
      // Every file comes once before and once after most others.
      const turned = [...files.slice(order * 3), ...files.slice(0, order * 3)].toReversed();
      expect(stateOf(await readInOrder(turned)) === stateOf(first)).toBe(true);
    }
  },
);
