import type { MisprogrammedRowText } from "@/components/stacking/misprogrammed-table";
import type { MisprogrammedRow } from "@/lib/data/program-totals";
import { formatEntryNumber, subtractUsd, usdText } from "@/lib/domain";
import { describeReason } from "@/lib/wording/reasons";
import { formatPercent } from "@/lib/wording/tariff";

/** A flagged row as plain text: what was filed, what the law of the day gives, and how they may have come apart. */
export function toMisprogrammedRow({ number, flag }: MisprogrammedRow, base: string): MisprogrammedRowText {
  const { place } = flag;
  const duty = "duty" in flag ? flag.duty : null;
  const expected = "expected" in flag ? flag.expected : null;
  return {
    id: `${number} ${String(place.fileRow)} ${flag.kind}`,
    number: formatEntryNumber(number),
    href: `${base}/entries/${number}`,
    line: place.lineNumber,
    code: flag.code,
    sentence: describeReason(flag).sentence,
    assessed: "percentFiled" in flag ? formatPercent(flag.percentFiled) : null,
    expectedRate: "percentInRegistry" in flag ? formatPercent(flag.percentInRegistry) : null,
    duty: duty && usdText(duty),
    expected: expected && usdText(expected),
    difference: duty && expected ? usdText(subtractUsd(duty, expected)) : null,
  };
}
