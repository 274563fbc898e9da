import { addDays, daysBetween } from "../day";
import { bySource } from "../intake/compared-cells";
import { groupBy } from "../intake/group-by";
import { sumUsd, subtractUsd, type Usd, usdText } from "../money";
import { type Payment, paymentId, sameNumber } from "./fold-payments";
import type { BankLine } from "./refund-rows";

/** trace: the line names the payment's trace number. amount-and-day: the only one that fits, which is inferred. */
export type BankBasis = "trace" | "amount-and-day";

/** not-told: no statement covers the days on which the payment would have come. */
export type BankState =
  | {
      readonly kind: "seen";
      readonly line: BankLine;
      readonly basis: BankBasis;
      /** USD: the line less all payments of its trace number; zero unless the bank shows another amount. */
      readonly difference: Usd;
    }
  | { readonly kind: "not-seen" }
  | { readonly kind: "not-told" };

export type BankMatch = {
  readonly stateOf: (payment: Payment) => BankState;
  /** Credits of Treasury that no report explains: payments all the same. */
  readonly unreported: readonly Payment[];
  /** Credits that name neither Treasury nor a payment: nobody looks at them. */
  readonly others: readonly BankLine[];
};

/** Treasury's credits carry its name (`US TREASURY 310`, `CBP REFUND`); CBP publishes no wording, so this is inferred. */
const TREASURY = /\bTREAS(?:URY)?\b|\bCBP\b|\bCUSTOMS\b/i;
/** A shorter number may stand in a description by chance. */
const TRACE_CHARACTERS_MIN = 6;
/** A credit is on the statement within so many days of the day that CBP names; an experience, not a rule. */
const DAYS = { before: 1, after: 7 } as const;

/** Joins payments with the credits of a bank, by trace number first. */
export function matchBank(payments: readonly Payment[], lines: readonly BankLine[]): BankMatch {
  const different = distinctLines(lines);
  const matched = new Map<string, BankState>();
  const used = new Set<BankLine>();
  const byTrace = groupBy(
    payments.filter(({ trace }) => trace !== null && sameNumber(trace).length >= TRACE_CHARACTERS_MIN),
    ({ trace }) => sameNumber(trace ?? ""),
  );
  for (const [trace, group] of byTrace) {
    const named = different.filter(({ line }) => namesTrace(line, trace));
    const total = sumUsd(group.map((payment) => payment.total));
    const line = (named.find((each) => each.line.amount.eq(total)) ?? named[0])?.line;
    if (line === undefined) continue;
    used.add(line);
    const difference = subtractUsd(line.amount, total);
    for (const { id } of group) matched.set(id, { kind: "seen", line, basis: "trace", difference });
  }
  const left = payments.filter(
    ({ id, status }) => !matched.has(id) && status !== "diverted" && status !== "returned",
  );
  for (const payment of left) {
    const fitting = different.filter(({ line }) => !used.has(line) && fits(payment, line));
    const rivals = left.filter((rival) => fitting.some(({ line }) => fits(rival, line)));
    const [only] = fitting;
    if (only === undefined || fitting.length > 1 || rivals.length > 1) continue;
    used.add(only.line);
    const difference = subtractUsd(only.line.amount, payment.total);
    matched.set(payment.id, { kind: "seen", line: only.line, basis: "amount-and-day", difference });
  }
  const rest = different.filter(({ line }) => !used.has(line));
  return {
    stateOf: (payment) => matched.get(payment.id) ?? unseen(payment, lines),
    unreported: rest.filter(({ line }) => isOfTreasury(line)).map(toPayment),
    others: rest.filter(({ line }) => !isOfTreasury(line)).map(({ line }) => line),
  };
}

const isOfTreasury = ({ description }: BankLine): boolean => TREASURY.test(description);

const namesTrace = (line: BankLine, trace: string): boolean =>
  line.trace === null
    ? line.description
        .toUpperCase()
        .replaceAll(/[^A-Z0-9]+/g, "")
        .includes(trace)
    : sameNumber(line.trace) === trace;

function fits(payment: Payment, line: BankLine): boolean {
  if (payment.day === null || !isOfTreasury(line) || !line.amount.eq(payment.total)) return false;
  const days = daysBetween(payment.day, line.day);
  return days >= -DAYS.before && days <= DAYS.after;
}

/** A statement tells of a payment only where it reaches from before its day to the last day on which it may come. */
function unseen({ day: on, status }: Payment, lines: readonly BankLine[]): BankState {
  if (on === null || (status !== "issued" && status !== "unknown")) return { kind: "not-told" };
  const reachesBack = lines.some((line) => line.day <= on);
  const reachesOn = lines.some((line) => line.day >= addDays(on, DAYS.after));
  return { kind: reachesBack && reachesOn ? "not-seen" : "not-told" };
}

type DistinctLine = { readonly line: BankLine; readonly key: string };

/** Equal lines of one statement are different credits; another export shows each of them as often. */
function distinctLines(lines: readonly BankLine[]): readonly DistinctLine[] {
  const seen = new Map<string, number>();
  const distinct = new Map<string, DistinctLine>();
  for (const line of lines.toSorted(bySource)) {
    const content = JSON.stringify([line.day, usdText(line.amount), line.description, line.trace]);
    const inFile = `${line.source.file} ${content}`;
    const nth = (seen.get(inFile) ?? 0) + 1;
    seen.set(inFile, nth);
    const key = `bank ${content} ${String(nth)}`;
    if (!distinct.has(key)) distinct.set(key, { line, key });
  }
  return [...distinct.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const toPayment = ({ line, key }: DistinctLine): Payment => ({
  id: paymentId(key),
  origins: ["bank"],
  sources: [line.source],
  refundNumber: null,
  payeeNumber: null,
  payeeName: null,
  day: line.day,
  status: "issued",
  statusFound: line.description,
  total: line.amount,
  trace: line.trace,
  otherTotals: [],
});
