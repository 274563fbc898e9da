import { addDays, type Day, day } from "../day";
import { checkDigitFor, type EntryNumber } from "../identifiers";
import { createInterestTable } from "../interest/accrue";
import { conventionNamed } from "../interest/convention";
import { addUsd, sumUsd, type Usd, usdOfCents, usdText, ZERO_USD } from "../money";
import { aNumber } from "./an-entry";

/** An entry of the year, and what CBP does with it. */
type YearEntry = {
  readonly number: EntryNumber;
  readonly entered: Day;
  readonly declaration: number;
  readonly value: Usd;
  readonly duty: Usd;
  /** Null: rejected, or not liquidated yet. */
  readonly payment: number | null;
  readonly rejected: boolean;
  readonly interest: Usd;
};

type YearPayment = {
  readonly refundId: string;
  readonly liquidated: Day;
  readonly issued: Day;
  readonly trace: string;
  readonly status: string;
  readonly total: Usd;
  readonly entries: readonly YearEntry[];
};

export type YearFile = { readonly name: string; readonly text: string };

export type RefundYear = {
  readonly es003: YearFile;
  /** What comes back from CBP and the bank: nine files that overlap. */
  readonly results: readonly YearFile[];
  readonly entries: readonly YearEntry[];
  readonly payments: readonly YearPayment[];
};

const IMPORTER = "89-123456700";
/** Declarations go out on these days, and each is paid by six or seven liquidations that follow. */
const FILED = ["2026-04-24", "2026-05-15", "2026-06-12", "2026-07-10", "2026-08-07", "2026-09-04"].map(day);
const PAYMENTS = 40;
/** Payments that pay entries of two declarations, and those that go wrong. */
export const YEAR_ODDITIES = {
  consolidated: [13, 26],
  diverted: 9,
  returned: 21,
  wrongQuarterRate: 2,
  sent: 39,
} as const;

/**
 * One importer's year: entries of ten months on six declarations, refunded in forty payments. Two payments pay entries
 * of two declarations, one is diverted, one comes back, one is short of interest because the rates were read a quarter
 * early, and the last is only on its way. Always the same: the figures come from a sequence of its own.
 * @param count - entries in all, 120 at least, so that every payment has some
 */
export function aRefundYear(count: number): RefundYear {
  const next = sequence(20_260_424);
  const table = createInterestTable();
  const early = createInterestTable(conventionNamed("rates-quarter-early"));
  const liquidated = Array.from({ length: PAYMENTS }, (_, index) => liquidationDay(index));
  const entries = Array.from({ length: count }, (_, index): YearEntry => {
    const entered = addDays(day("2025-06-16"), Math.floor((index * 240) / count));
    const value = usdOfCents((50_000 + next(9_950_000)) * 10);
    const duty = usdOfCents(centsOfTenth(value));
    // Every hundredth entry is rejected, and every fiftieth waits; the others are paid in the order of their filing.
    const rejected = index % 100 === 99;
    const payment = rejected || index % 50 === 7 ? null : Math.floor((index * PAYMENTS) / count);
    const to = payment === null ? undefined : liquidated[payment];
    const used = payment === YEAR_ODDITIES.wrongQuarterRate ? early : table;
    const { day: from } = table.depositDayOf(entered, { paymentDate: null, monthly: false });
    return {
      number: numberOf(index),
      ...{ entered, value, duty, payment, rejected, declaration: declarationOf(index, payment, count) },
      interest: to === undefined ? ZERO_USD : used.centsOn(duty, from, to, "corporation"),
    };
  });
  const payments = liquidated.map((on, index): YearPayment => {
    const paid = entries.filter(({ payment }) => payment === index);
    return {
      refundId: `R2026${String(1000 + index)}`,
      liquidated: on,
      issued: addDays(on, 24),
      trace: `0310${String(36_001_000_000 + index * 7919)}`,
      status: statusOf(index),
      total: sumUsd(paid.map(({ duty, interest }) => addUsd(duty, interest))),
      entries: paid,
    };
  });
  return { es003: es003Of(entries), results: resultsOf(entries, payments), entries, payments };
}

/** A tenth of an amount of whole dollars, in cents. */
const centsOfTenth = (value: Usd): number => value.times(10).toNumber();

/** The filing that the payment follows, and weekly steps from 26 days after it. */
function liquidationDay(index: number): Day {
  const filed = FILED[Math.floor((index * FILED.length) / PAYMENTS)] ?? FILED[0] ?? day("2026-04-24");
  return addDays(filed, 26 + (index % 7) * 2);
}

/** By payment; the second half of a consolidated payment was filed with the declaration before. */
function declarationOf(index: number, payment: number | null, count: number): number {
  const slot = payment ?? Math.floor((index * PAYMENTS) / count);
  const own = Math.floor((slot * FILED.length) / PAYMENTS);
  const isSecondHalf = Math.floor((index * PAYMENTS * 2) / count) % 2 === 1;
  const isConsolidated = YEAR_ODDITIES.consolidated.some((consolidated) => consolidated === slot);
  return isConsolidated && isSecondHalf ? own - 1 : own;
}

function statusOf(index: number): string {
  if (index === YEAR_ODDITIES.diverted) return "Funds Diverted";
  if (index === YEAR_ODDITIES.returned) return "Check/ACH Returned";
  return index === YEAR_ODDITIES.sent ? "Sent to Treasury" : "Treasury Issued";
}

function numberOf(index: number): EntryNumber {
  const first10 = `ZZX${String(3_000_000 + index)}`;
  return aNumber(first10 + checkDigitFor(first10));
}

/** Whole numbers below a bound, one after another, always the same from the same start. */
function sequence(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const us = (on: Day): string => `${on.slice(5, 7)}/${on.slice(8, 10)}/${on.slice(0, 4)}`;

const csv = (name: string, heading: string, rows: readonly (readonly string[])[]): YearFile => ({
  name,
  text: [heading, ...rows.map((row) => row.join(",")), ""].join("\r\n"),
});

const ES003 =
  "Entry Summary Number,Entry Type Code,Importer Number,Importer Name,Entry Date,Entry Summary Line Number,Tariff Ordinal Number,HTS Number - Full,Country of Origin Code,Line Tariff Goods Value Amount,Line Tariff Duty Amount,Liquidation Date,Liquidation Status";

const es003Of = (entries: readonly YearEntry[]): YearFile =>
  csv(
    "ES-003.csv",
    ES003,
    entries.flatMap(({ number, entered, value, duty }) => {
      const of = [number, "01", IMPORTER, "HARBOR SAMPLE GOODS LLC", us(entered), "1"];
      return [
        [...of, "1", "99030125", "CN", "0.00", usdText(duty), "", "Unliquidated"],
        [...of, "2", "8413919085", "CN", usdText(value), "0.00", "", "Unliquidated"],
      ];
    }),
  );

/** Three lists of claims, three looks at ES-022, two at REV-603, and the bank. */
function resultsOf(entries: readonly YearEntry[], payments: readonly YearPayment[]): readonly YearFile[] {
  const claims = [0, 1, 2].map((pair) =>
    csv(
      `claim-details-${String(pair + 1)}.csv`,
      "ENTRY_NUMBER,CLAIM_NUMBER,STATUS,ERROR_DESCRIPTION",
      entries.filter(({ declaration }) => Math.floor(declaration / 2) === pair).map(claimRow),
    ),
  );
  const looks = [14, 28, PAYMENTS].map((known, index) =>
    csv(
      `es022-${String(index + 1)}.csv`,
      ES022,
      entries.filter(({ rejected }) => !rejected).map((entry) => es022Row(entry, payments, known)),
    ),
  );
  const paid = [24, PAYMENTS].map((known, index) =>
    rev603Of(`rev603-${String(index + 1)}.csv`, payments.slice(0, known)),
  );
  return [...claims, ...looks, ...paid, bankOf(payments)];
}

const claimNumber = ({ declaration }: YearEntry): string => `90000000000${String(declaration + 1)}`;

const claimRow = (entry: YearEntry): readonly string[] => [
  `="${entry.number}"`,
  `="${claimNumber(entry)}"`,
  entry.rejected ? "Failed" : "Entry Summary Updated",
  entry.rejected ? "UNABLE TO CALCULATE DUTY" : "",
];

const ES022 =
  "Claim Number,Claim Status,Filer Code,Importer Number,CF4811 Number,CF4811 Name,Entry Summary Number,Entry Date,Liquidation Date,Control Team Number,Center ID Code,Center ID Name,Refund Amount,Interest Amount,Refund Number,Refund Date,Refund Status";

/** Amounts are blank until the payment is known. */
function es022Row(entry: YearEntry, payments: readonly YearPayment[], known: number): readonly string[] {
  const payment = entry.payment === null || entry.payment >= known ? undefined : payments[entry.payment];
  const refund =
    payment === undefined
      ? ["", "", "", "", ""]
      : [usdText(entry.duty), usdText(entry.interest), payment.refundId, us(payment.issued), payment.status];
  return [
    ...[claimNumber(entry), "Accepted", "ZZX", IMPORTER, "", "", entry.number, us(entry.entered)],
    ...[payment === undefined ? "" : us(payment.liquidated), "", "", "", ...refund],
  ];
}

const REV603 =
  "Refund ID,Payee ID,Company Name,C/O,Address,Refund Date,Refund Status,Refund Secondary Status,Refund Type,Document Number,Total Refund Amount,Check/ACH Trace Number,Check or ACH,Center ID,Team Number,Port Code";

function rev603Of(name: string, payments: readonly YearPayment[]): YearFile {
  const rows = payments.map(({ refundId, issued, status, total, trace }) => [
    ...[refundId, IMPORTER, "HARBOR SAMPLE GOODS LLC", "", "", us(issued), "Closed", status, "CAPE", ""],
    ...[usdText(total), trace, "ACH", "", "", ""],
  ]);
  return csv(name, `Trade Refund Report\r\n\r\nRun Date: 11/19/2026\r\n\r\n\r\n${REV603}`, rows);
}

/** What reached the account, between sales and a fee. */
function bankOf(payments: readonly YearPayment[]): YearFile {
  const arrived = payments.filter(({ status }) => status === "Treasury Issued");
  return csv("bank.csv", "Posting Date,Description,Amount,Balance", [
    [us(day("2026-04-30")), "WIRE IN NORTHWIND RETAIL", "125000.00", "512000.10"],
    ...arrived.map(({ issued, trace, total }) => [
      ...[us(addDays(issued, 1)), `US TREASURY 310 CBP REFUND TRACE ${trace}`, usdText(total), ""],
    ]),
    [us(day("2026-11-18")), "ACCOUNT FEE", "-35.00", ""],
    [us(day("2026-11-19")), "WIRE IN NORTHWIND RETAIL", "98000.00", ""],
  ]);
}
