import { type Day, earlier } from "../day";
import type { EntryNumber } from "../identifiers";
import { createInterestTable, type InterestTable } from "../interest/accrue";
import { groupBy } from "../intake/group-by";
import { subtractUsd, toCents, type Usd, ZERO_USD } from "../money";
import type { ReceivableEntry } from "./month-end";
import type { ReconciledPayment } from "./reconcile-payment";
import type { ExpectedRefund } from "./refund-rows";

/** A filing of an entry, and how it ended where it was refused. */
export type FilingDays = {
  readonly number: EntryNumber;
  readonly filedOn: Day;
  readonly rejectedOn: Day | null;
};

type Paid = ReceivableEntry["paid"][number] & {
  readonly number: EntryNumber | null;
  readonly importerNumber: string | null;
  readonly liquidatedOn: Day | null;
};

/**
 * What is owed and what came, entry by entry, for the books. Cents of a payment that no entry explains stand on a line
 * without an entry, so that what is paid here adds up to the payments. A payment that came back, or is only on its way,
 * did not come; a diverted one paid a bill.
 */
export function receivablesOf(
  payments: readonly ReconciledPayment[],
  expected: readonly ExpectedRefund[],
  filings: readonly FilingDays[],
): readonly ReceivableEntry[] {
  const table = createInterestTable();
  const paid = groupBy(
    payments.flatMap((payment) => paidBy(payment, expected)),
    ({ number }) => number,
  );
  const filed = groupBy(filings, ({ number }) => number);
  const known = new Set(expected.map(({ number }) => number));
  const owed = expected.map((due): ReceivableEntry => {
    const came = paid.get(due.number) ?? [];
    const until = came.map(({ liquidatedOn }) => liquidatedOn).find((on) => on !== null) ?? null;
    return {
      number: due.number,
      importerNumber: due.importerNumber,
      steps: stepsOf(filed.get(due.number) ?? [], until),
      principal: due.principal === null ? ZERO_USD : toCents(due.principal),
      interestOn: (on) => interestOn(due, until === null ? on : earlier(on, until), table),
      paid: came,
    };
  });
  const unowed = [...paid].flatMap(([number, came]): readonly ReceivableEntry[] =>
    number !== null && known.has(number)
      ? []
      : [...groupBy(came, ({ importerNumber }) => importerNumber)].map(([importerNumber, of]) => ({
          ...{ number, importerNumber, steps: [], principal: ZERO_USD, interestOn: () => ZERO_USD, paid: of },
        })),
  );
  return [...owed, ...unowed];
}

function interestOn(
  { principal, depositedOn, rateClass }: ExpectedRefund,
  on: Day,
  table: InterestTable,
): Usd {
  if (principal === null || depositedOn === null) return ZERO_USD;
  return table.centsOn(principal, depositedOn, on, rateClass);
}

/** A report may show a filing first after CBP acted on it: it was filed by the liquidation that pays, at the latest. */
function stepsOf(filings: readonly FilingDays[], liquidatedOn: Day | null): ReceivableEntry["steps"] {
  if (filings.length === 0) return liquidatedOn === null ? [] : [{ kind: "filed", day: liquidatedOn }];
  const steps = filings.flatMap(({ filedOn, rejectedOn }) => {
    const by = liquidatedOn === null ? filedOn : earlier(filedOn, liquidatedOn);
    const filed = { kind: "filed", day: rejectedOn === null ? by : earlier(filedOn, rejectedOn) } as const;
    return rejectedOn === null ? [filed] : [filed, { kind: "rejected", day: rejectedOn } as const];
  });
  return steps.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function paidBy(
  { payment, entries, missing, ledger, groups }: ReconciledPayment,
  expected: readonly ExpectedRefund[],
): readonly Paid[] {
  const { day, status, payeeNumber } = payment;
  if (day === null || status === "returned" || status === "sent") return [];
  const of = { day, diverted: status === "diverted" };
  const shown = entries.map(({ refund, expected: due }): Paid => ({
    ...{ ...of, number: refund.number, importerNumber: refund.importerNumber, liquidatedOn: due.to },
    principal: refund.principal ?? ZERO_USD,
    interest: refund.interest ?? ZERO_USD,
  }));
  const unshown = missing.map(({ number, due }): Paid => {
    const found = expected.find((each) => each.number === number);
    const principal = found?.principal == null ? due : toCents(found.principal);
    return {
      ...{
        ...of,
        number,
        importerNumber: found?.importerNumber ?? null,
        liquidatedOn: found?.liquidatedOn ?? null,
      },
      ...{ principal, interest: subtractUsd(due, principal) },
    };
  });
  if (ledger.unmatched.isZero()) return [...shown, ...unshown];
  const payee = payeeNumber ?? groups[0]?.payee ?? null;
  const rest: Paid = {
    ...{ ...of, number: null, importerNumber: payee, liquidatedOn: null },
    ...{ principal: ledger.unmatched, interest: ZERO_USD },
  };
  return [...shown, ...unshown, rest];
}
