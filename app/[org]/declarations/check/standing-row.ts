import { formatEntryNumber, usdText, type Standing } from "@/lib/domain";
import type { CheckedNumber } from "@/lib/usecases/check-against-books";
import { describeRemedy, UNCERTAIN_FACT_NAMES } from "@/lib/wording/facts";
import { LANE_WORDS } from "@/lib/wording/lanes";
import { describeReason } from "@/lib/wording/reasons";

/** What the server answers of one number; amounts in exchange form. */
export type StandingRow = {
  readonly number: string;
  readonly standing: Standing;
  readonly lane: string | null;
  readonly importer: string | null;
  /** Null: no import shows it. */
  readonly refundable: { readonly min: string; readonly max: string | null } | null;
  readonly declaration: { readonly id: string; readonly fileName: string } | null;
  /** Claim numbers and what became of the entry on them. */
  readonly claims: string;
  readonly why: string;
};

const CLAIM_WORDS = { accepted: "accepted", failed: "failed", filed: "no answer yet" } as const;

export const toStandingRow = (checked: CheckedNumber): StandingRow => ({
  number: formatEntryNumber(checked.number),
  standing: checked.standing,
  lane: checked.lane && LANE_WORDS[checked.lane].name,
  importer: checked.importerNumber,
  refundable: refundableOf(checked),
  declaration: checked.declaration,
  claims: checked.claims
    .map(({ claimNumber, outcome }) => `${claimNumber ?? "claim without a number"}: ${CLAIM_WORDS[outcome]}`)
    .join("; "),
  why: whyOf(checked),
});

function refundableOf({
  refundable,
  refundableMin,
  refundableMax,
}: CheckedNumber): StandingRow["refundable"] {
  const min = refundable ?? refundableMin;
  const max = refundable ?? refundableMax;
  return min && { min: usdText(min), max: max && usdText(max) };
}

const whyOf = ({ decided }: CheckedNumber): string =>
  decided === undefined
    ? ""
    : [
        ...decided.reasons.map((reason) => describeReason(reason).sentence),
        ...decided.missing.map((fact) => `${UNCERTAIN_FACT_NAMES[fact.fact]}: ${describeRemedy(fact)}`),
      ].join(" ");
