import { DescriptionList, type Description } from "@/components/ui/description-list";
import { Stat, StatRow } from "@/components/ui/stat";
import { formatUsd, formatUsdRange } from "@/lib/wording/money";

type EntryHeaderProps = {
  readonly facts: readonly Description[];
  readonly refundableMin: string;
  readonly refundableMax: string | null;
  /** Accrued interest, exchange form; null where nothing is certain to run on. */
  readonly interest: string | null;
  /** "accrued 2026-01-28 to 2026-11-21, if reliquidated today". */
  readonly interestNote: string;
  /** Duty that stays, as people read it: an amount or a range. */
  readonly stays: string;
};

export function EntryHeader({
  facts,
  refundableMin,
  refundableMax,
  interest,
  interestNote,
  stays,
}: EntryHeaderProps) {
  const certain = refundableMin === refundableMax;
  return (
    <div className="space-y-4">
      <StatRow columns={3}>
        <Stat
          label={certain ? "Refundable IEEPA duty" : "Refundable IEEPA duty, a range"}
          figure={formatUsdRange(refundableMin, refundableMax)}
          unit="USD"
        />
        <Stat
          label="Interest, estimate"
          figure={interest === null ? "not yet" : formatUsd(interest)}
          unit={interest === null ? undefined : "USD"}
          note={interestNote}
        />
        <Stat label="Duty that stays" figure={stays} unit="USD" note="Other programs and ordinary duty" />
      </StatRow>
      <DescriptionList columns={4} items={facts} />
    </div>
  );
}
