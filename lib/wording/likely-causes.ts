import { lookUpChapter99, type LikelyCause, type NumberAtRate } from "@/lib/domain";
import { formatHts, formatPercent } from "./tariff";

type Words = {
  readonly [Kind in LikelyCause["kind"]]: (cause: Extract<LikelyCause, { kind: Kind }>) => string;
};

const atRate = ({ code, percent }: NumberAtRate): string => `${code} (${formatPercent(percent)})`;

/** `Section 232 steel`; nothing for a number that no table knows. */
const programOf = ({ code }: NumberAtRate): string => lookUpChapter99(code, null, null)?.programName ?? "";

const COUNT = { 2: "two", 3: "three" } as Readonly<Record<number, string>>;

function period(from: string | null, until: string | null): string {
  if (from !== null && until !== null) return from === until ? `on ${from}` : `from ${from} to ${until}`;
  return until === null ? `from ${from ?? "an unknown day"}` : `until ${until}`;
}

/** Two letters each; more than three would be a list and no explanation. */
function countries(origins: string): string {
  const listed = origins.split(";");
  return origins === "" || origins.includes("ALL") || listed.length > 3
    ? "other countries"
    : listed.join(", ");
}

const WORDS: Words = {
  "two-programs-on-one-row": ({ parts }) =>
    `Likely ${COUNT[parts.length] ?? "several"} programs on one row: ${parts.map(atRate).join(" + ")}.`,
  "duty-of-another-number-of-the-line": (cause) =>
    `Likely the duty of another number of this line: ${atRate(cause)}, ${programOf(cause)}.`,
  "rate-of-another-period": ({ code, percent, from, until }) =>
    `Likely a rate of another period: ${formatPercent(percent)} stood for ${code} ${period(from, until)}.`,
  "in-transit-baseline": (cause) =>
    `Possibly goods in transit when the rate changed: they kept the rate of ${atRate(cause)}.`,
  "rate-of-another-number": (cause) =>
    `It is the rate of ${atRate(cause)}, ${programOf(cause)}, which is not on this line.`,
  "rate-of-another-origin": (cause) =>
    `It is the rate of ${atRate(cause)}, for goods of ${countries(cause.origins)}.`,
  "includes-ordinary-duty": ({ hts, percent }) =>
    `Likely includes the ordinary duty of ${formatHts(hts)}, ${formatPercent(percent)}.`,
  "part-of-the-value": ({ percentOfValue }) =>
    `Likely by metal content, on ${formatPercent(percentOfValue)} of the value, without the second line for the rest.`,
  "fits-no-row-of-the-registry": () => "No rate in the tariff of that day explains it: a typing error?",
};

/** What may have happened, in one sentence. The table is complete by its type; the cast only joins kind and function. */
export const describeLikelyCause = (cause: LikelyCause): string =>
  (WORDS[cause.kind] as (cause: LikelyCause) => string)(cause);
