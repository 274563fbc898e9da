import { countOf } from "./count";

/** What an expected sum rests on. */
export const CASH_BASIS =
  "Estimates: CBP names 60 to 90 days from acceptance to the refund, and sets accepted entries to liquidate 45 days after acceptance (CSMS 68340863). Interest runs to that liquidation (19 U.S.C. 1505(c)).";

export const assumedRateSentence = (days: number): string =>
  `For ${countOf(days, "day", "days")} no interest rate is published yet; the last published one is assumed.`;

export const rangesSentence = (ranges: number): string =>
  `${countOf(ranges, "entry is", "entries are")} left out, because only a range of the money is known.`;
