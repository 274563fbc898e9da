import type { Day } from "../day";
import type { FactSource } from "../facts";
import { bySource } from "../intake/compared-cells";
import { groupBy } from "../intake/group-by";
import { ListHash } from "../intake/text-hash";
import { type Usd, usdText } from "../money";
import type { NonEmpty } from "../result";
import { statusRank } from "./payment-status";
import type { PaymentOrigin, PaymentRow } from "./refund-rows";
import { byText } from "../text-order";
import { lastKnown } from "./last-known";

/** One payment: everything that all rows together show of it. */
export type Payment = Omit<PaymentRow, "source" | "origin"> & {
  /** The same for the same payment whatever files show it, and fit for an address. */
  readonly id: string;
  readonly origins: NonEmpty<PaymentOrigin>;
  readonly sources: readonly FactSource[];
  /** Totals that other rows of the same payment show: the reports disagree. */
  readonly otherTotals: readonly Usd[];
};

/** Numbers are compared without case, blanks, dashes and leading zeros: a spreadsheet drops these. */
export const sameNumber = (found: string): string =>
  found
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, "")
    .replace(/^0+(?=.)/, "");

export const paymentId = (key: string): string => new ListHash(1).of(() => key, 0).replace(".", "-");

/**
 * Payments from rows in any order and any overlap: rows with one Refund ID are one payment, as it stood last. A row
 * without one joins the only payment with its trace number. Rows without either are told apart by their content, and
 * equal ones inside one file are different payments, which another export shows as often.
 */
export function foldPayments(rows: readonly PaymentRow[]): readonly Payment[] {
  const numberOfTrace = tracesOf(rows);
  const groups = groupBy(keyed(rows, numberOfTrace), ({ key }) => key);
  const payments = [...groups].map(([key, [first, ...more]]) =>
    paymentOf(key, [first.row, ...more.map(({ row }) => row)]),
  );
  return payments.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Refund IDs by trace number, where one trace number stands for one of them only. */
function tracesOf(rows: readonly PaymentRow[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, Set<string>>();
  for (const { trace, refundNumber } of rows) {
    if (trace === null || refundNumber === null) continue;
    const known = numbers.get(sameNumber(trace)) ?? new Set();
    numbers.set(sameNumber(trace), known.add(sameNumber(refundNumber)));
  }
  return new Map(
    [...numbers].flatMap(([trace, [only, ...more]]) =>
      only !== undefined && more.length === 0 ? [[trace, only]] : [],
    ),
  );
}

function keyed(rows: readonly PaymentRow[], numberOfTrace: ReadonlyMap<string, string>) {
  const seen = new Map<string, number>();
  return rows
    .toSorted((a, b) => bySource(a, b))
    .map((row) => {
      const { refundNumber, trace, source, payeeNumber, day, total } = row;
      const number = refundNumber ?? (trace === null ? undefined : numberOfTrace.get(sameNumber(trace)));
      if (number !== undefined) return { row, key: `refund ${sameNumber(number)}` };
      if (trace !== null) return { row, key: `trace ${sameNumber(trace)}` };
      const content = JSON.stringify([payeeNumber, day, usdText(total)]);
      const inFile = `${source.file} ${content}`;
      const nth = (seen.get(inFile) ?? 0) + 1;
      seen.set(inFile, nth);
      return { row, key: `content ${content} ${String(nth)}` };
    });
}

function paymentOf(key: string, rows: NonEmpty<PaymentRow>): Payment {
  const inOrder = rows.toSorted(byProgress) as unknown as NonEmpty<PaymentRow>;
  const { last, known } = lastKnown(inOrder);
  const totals = new Map(rows.map(({ total }) => [usdText(total), total]));
  totals.delete(usdText(last.total));
  const origins = (["report", "typed"] as const).filter((origin) =>
    rows.some((row) => row.origin === origin),
  );
  return {
    id: paymentId(key),
    origins: origins as unknown as NonEmpty<PaymentOrigin>,
    sources: inOrder.map(({ source }) => source),
    refundNumber: known((row) => row.refundNumber),
    payeeNumber: known((row) => row.payeeNumber),
    payeeName: known((row) => row.payeeName),
    day: known((row) => row.day),
    trace: known((row) => row.trace),
    status: last.status,
    statusFound: last.statusFound,
    total: last.total,
    otherTotals: [...totals.values()].toSorted((a, b) => a.comparedTo(b)),
  };
}

const NEVER = "" as Day;

/** CBP's report over what was typed, then the later day, then the status further on; content decides between equals. */
function byProgress(a: PaymentRow, b: PaymentRow): number {
  const weight = ({ origin }: PaymentRow): number => (origin === "report" ? 1 : 0);
  const text = (row: PaymentRow): string =>
    JSON.stringify([usdText(row.total), row.trace, row.payeeNumber, row.payeeName]);
  return (
    weight(a) - weight(b) ||
    byText(a.day ?? NEVER, b.day ?? NEVER) ||
    statusRank(a.status) - statusRank(b.status) ||
    byText(text(a), text(b)) ||
    bySource(a, b)
  );
}
