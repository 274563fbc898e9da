import { addUsd, sumUsd, usd, usdText, ZERO_USD, type Usd } from "@/lib/domain";

import type { Amount, PacketEntry } from "./packet-content";

/** What a packet comes to, USD with two decimals; only certain amounts are added. */
export type PacketTotals = {
  readonly entries: number;
  readonly lines: number;
  readonly ieepaDutyPaid: Amount;
  readonly refundable: Amount;
  readonly interest: Amount;
  /** Entries of which only a range is known: they are in no total. */
  readonly uncertain: number;
};

export function totalsOf(entries: readonly PacketEntry[]): PacketTotals {
  const paid = entries.flatMap(({ lines }) => lines.flatMap(({ dutyPaid }) => dutyPaid ?? []));
  const certain = entries.flatMap(({ refundable }) => refundable ?? []);
  return {
    entries: entries.length,
    lines: entries.reduce((count, { lines }) => count + lines.length, 0),
    ieepaDutyPaid: sumText(paid),
    refundable: sumText(certain),
    interest: sumText(entries.flatMap(({ interest }) => interest ?? [])),
    uncertain: entries.length - certain.length,
  };
}

const sumText = (amounts: readonly Amount[]): Amount => usdText(sumUsd(amounts.map((amount) => usd(amount))));

export type ProgramSum = { readonly program: string; readonly lines: number; readonly paid: Amount };

/** Duty paid by program, the largest first. */
export function paidByProgram(entries: readonly PacketEntry[]): readonly ProgramSum[] {
  const sums = new Map<string, { lines: number; paid: Usd }>();
  for (const { lines } of entries)
    for (const { programName, code, dutyPaid } of lines) {
      const program = programName ?? code;
      const { lines: count, paid } = sums.get(program) ?? { lines: 0, paid: ZERO_USD };
      sums.set(program, { lines: count + 1, paid: dutyPaid === null ? paid : addUsd(paid, usd(dutyPaid)) });
    }
  return [...sums]
    .toSorted(([, a], [, b]) => b.paid.comparedTo(a.paid))
    .map(([program, { lines, paid }]) => ({ program, lines, paid: usdText(paid) }));
}
