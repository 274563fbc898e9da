import { allRowsOf } from "./entry-line";
import { contradicts } from "./ordinary-duty";
import type { LineRefund } from "./refund-of";
import { placeOf, type RowFlag } from "./row-flags";
import { holdsOrdinaryDuty } from "./tariff-role";

const NO_FLAGS: readonly RowFlag[] = [];

/** What is known of the ordinary duty of a 15 % line and on whose word, said once, on its first 15 % row. */
export function column1Flags({ line, ordinaryDuty, paidWithOrdinaryDuty }: LineRefund): readonly RowFlag[] {
  if (ordinaryDuty === null || ordinaryDuty.kind === "on-commodity-row") return NO_FLAGS;
  const first = allRowsOf(line).find(({ role }) => holdsOrdinaryDuty(role));
  if (first === undefined) return NO_FLAGS;
  const place = placeOf(first.row);
  const { hts } = ordinaryDuty;
  if (ordinaryDuty.kind === "unknown") {
    return [{ kind: "column-1-unknown", place, hts, because: ordinaryDuty.because }];
  }
  const { rate, duty } = ordinaryDuty;
  const taken = { place, hts: ordinaryDuty.hts, percent: rate.percent, duty };
  if (contradicts(ordinaryDuty, paidWithOrdinaryDuty)) return [{ kind: "column-1-above-paid", ...taken }];
  switch (rate.basis) {
    case "given":
      return [{ kind: "column-1-given", ...taken }];
    case "learnt":
      return [{ kind: "column-1-learnt", ...taken }];
    case "published":
      return [
        { kind: "column-1-published", ...taken, edition: rate.edition ?? null },
        ...(rate.learnt === undefined
          ? []
          : [
              {
                kind: "column-1-disagrees" as const,
                ...{ place, hts: ordinaryDuty.hts, published: rate.percent, learnt: rate.learnt },
              },
            ]),
      ];
  }
}
