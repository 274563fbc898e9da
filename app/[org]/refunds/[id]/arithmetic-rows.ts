import type { InterestArithmeticProps } from "@/components/refunds/interest-arithmetic";
import {
  conventionNamed,
  formatEntryNumber,
  interestWorksheet,
  usdText,
  ZERO_USD,
  type ConventionName,
  type Day,
  type InterestCause,
  type RateClass,
  type ReconciledEntry,
  type Usd,
} from "@/lib/domain";
import { RATE_CLASS_NAMES } from "@/lib/wording/interest";
import { worksheetFormula, worksheetText } from "@/lib/wording/interest-worksheet";
import { formatUsd } from "@/lib/wording/money";
import { causeText, VARIANCE_WORDS } from "@/lib/wording/refunds";

/** For each way in which CBP computed: the entry with the most principal, as CBP has it and as we do, quarter by quarter. */
export function toArithmetic(entries: readonly ReconciledEntry[]): readonly InterestArithmeticProps[] {
  const shown = new Map<
    string,
    { readonly entry: ReconciledEntry; readonly cause: InterestCause; readonly name: string }
  >();
  const inOrder = entries.toSorted((a, b) =>
    (b.refund.principal ?? ZERO_USD).comparedTo(a.refund.principal ?? ZERO_USD),
  );
  for (const entry of inOrder) {
    for (const { cause, kind } of entry.variances) {
      if (cause === null) continue;
      const key = `${cause.convention} ${cause.rateClass} ${cause.start.kind} ${cause.start.daysOff} ${cause.end.kind} ${cause.end.daysOff}`;
      if (!shown.has(key)) shown.set(key, { entry, cause, name: VARIANCE_WORDS[kind].name });
    }
  }
  return [...shown.values()].flatMap(({ entry, cause, name }) => {
    const { refund, expected, due } = entry;
    if (refund.principal === null || expected.from === null || expected.to === null || due === null)
      return [];
    const ours = {
      convention: "default",
      rateClass: due.rateClass,
      from: expected.from,
      to: expected.to,
    } as const;
    const theirs = { ...cause, from: cause.start.on, to: cause.end.on };
    return {
      title: `${name}: the arithmetic`,
      note: `Entry ${formatEntryNumber(refund.number)}, ${formatUsd(usdText(refund.principal))} refunded. ${causeText(cause)}.`,
      theirs: { ...worked(refund.principal, theirs), totalHeading: "Interest, as CBP paid it" },
      ours: { ...worked(refund.principal, ours), totalHeading: "Interest, as the law has it" },
    };
  });
}

type Reading = {
  readonly convention: ConventionName;
  readonly rateClass: RateClass;
  readonly from: Day;
  readonly to: Day;
};

function worked(principal: Usd, { convention, rateClass, from, to }: Reading) {
  const used = conventionNamed(convention);
  return {
    ...worksheetText(interestWorksheet(principal, from, to, rateClass, used), used),
    facts: [
      { term: "Principal", value: formatUsd(usdText(principal)), mono: true },
      { term: "Class", value: RATE_CLASS_NAMES[rateClass] },
      { term: "Deposited", value: from, mono: true },
      { term: "Through", value: to, mono: true },
    ],
    notes: [worksheetFormula(convention, used)],
  };
}
