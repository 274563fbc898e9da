import type { ComponentProps } from "react";

import type { EntryHeader } from "@/components/entries/entry-header";
import { usdText } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";

import { staysText } from "./stack-rows";

type Figures = Omit<ComponentProps<typeof EntryHeader>, "facts">;

/** The three figures on top. */
export function toEntryFigures({ screening }: EntryView): Figures {
  const { refund, interest } = screening;
  return {
    refundableMin: usdText(refund.min),
    refundableMax: refund.max && usdText(refund.max),
    interest: interest && usdText(interest.amount),
    interestNote: interestNote(screening),
    stays: staysText(screening),
  };
}

function interestNote({ interest, refund, lane }: EntryView["screening"]): string {
  if (interest === null)
    return refund.certain === null ? "runs once the amount is certain" : "the day of deposit is not known";
  if (!interest.from || !interest.to) return "nothing to refund";
  const span = `accrued from ${interest.from} through ${interest.to}`;
  if (lane === "already-claimed") return `${span}; CBP pays it with the refund`;
  return interest.ifRefunded
    ? `${span}, if refunded; uncertain in this lane`
    : `${span}, if reliquidated today`;
}
