import type { ComponentProps } from "react";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { formatUsd } from "@/lib/wording/money";

import { formatDifference, InterestComparison, type ComparedFigure } from "./interest-comparison";
import { InterestWorksheet } from "./interest-worksheet";

type OwnRate = {
  /** The page's own path; the form asks it with GET. */
  readonly path: string;
  readonly hidden: readonly (readonly [name: string, value: string])[];
  readonly value: string;
  readonly publishedThrough: string;
  readonly problem: string | null;
};

type InterestPanelProps = {
  readonly worksheet: ComponentProps<typeof InterestWorksheet>;
  readonly comparison: ComponentProps<typeof InterestComparison>;
  /** The comparison whose worksheet is shown in place of ours. */
  readonly chosen: (ComparedFigure & { readonly oursHref: string }) | null;
  /** Null while every day shown has a published rate. */
  readonly ownRate: OwnRate | null;
};

/** The estimate with its worksheet; comparisons say that they are none of ours. */
export function InterestPanel({ worksheet, comparison, chosen, ownRate }: InterestPanelProps) {
  return (
    <Panel id="interest" title="Interest worksheet" flush>
      {chosen === null ? null : (
        <div className="border-b border-line p-4">
          <Notice tone="caution" title={`A comparison, not our estimate: ${chosen.name}`}>
            <p>
              It gives {formatUsd(chosen.interest)}
              {chosen.difference === null
                ? ""
                : `, ${formatDifference(chosen.difference)} against ours`}. {chosen.because}
            </p>
            <p>
              <TextLink href={chosen.oursHref}>Back to our own worksheet</TextLink>
            </p>
          </Notice>
        </div>
      )}
      <InterestWorksheet {...worksheet} />
      {ownRate === null ? null : <OwnRateForm {...ownRate} />}
      <div className="border-t border-line px-4 py-3">
        <InterestComparison {...comparison} />
      </div>
    </Panel>
  );
}

function OwnRateForm({ path, hidden, value, publishedThrough, problem }: OwnRate) {
  return (
    <form
      action={`${path}#interest`}
      className="flex flex-wrap items-start gap-3 border-t border-line px-4 py-3"
    >
      {hidden.map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <Input
        id="interest-rate"
        name="rate"
        mono
        inputMode="decimal"
        label={`Rate a year after ${publishedThrough}, percent`}
        hint="No later rate is published. Blank holds the last one; both are marked as assumed."
        error={problem ?? undefined}
        defaultValue={value}
        className="max-w-md"
      />
      <Button type="submit" variant="secondary" className="sm:mt-6">
        Use this rate
      </Button>
    </form>
  );
}
