import { usdText, type Reason, type Usd } from "@/lib/domain";
import { formatCount } from "./count";
import { formatUsd } from "./money";
import { say, type ReasonTable } from "./reason-words";
import { formatHts, formatPercent } from "./tariff";

type Place = Extract<Reason, { kind: "rate-mismatch" }>["place"];
type Gap = Extract<Reason, { kind: "column-1-unknown" }>["because"];

const at = ({ lineNumber, ordinal, fileRow }: Place) => ({
  Line: lineNumber,
  Ordinal: ordinal,
  Row: formatCount(fileRow),
});

const dollars = (amount: Usd): string => formatUsd(usdText(amount));

const GAPS = {
  "no-rate":
    "no ordinary line of your files shows the rate of this tariff number. An import with such a line settles it.",
  "several-commodity-numbers": "the line holds several commodity numbers.",
  "no-commodity-row": "the line has no commodity row.",
  "chapter-98": "the line has a Chapter 98 number.",
  "no-value": "the line has no entered value.",
  "preference-claimed": "a preference is claimed on the line.",
  "commodity-duty-blank": "the duty of the commodity row is blank.",
  "row-conflict": "rows of the line contradict each other.",
} as const satisfies Record<Gap, string>;

/** Remarks on one row. */
export const ROW_REASONS = {
  "rate-mismatch": ({ place, code, percentFiled, percentInRegistry, duty, expected }) =>
    say(
      `${code}: the duty is ${formatPercent(percentFiled)} of the value, the rate is ${formatPercent(percentInRegistry)}. A typing error, two programs on one row, or a 232 or 301 duty on the IEEPA row.`,
      { ...at(place), Duty: dollars(duty), Expected: dollars(expected) },
    ),
  "split-not-15-percent": ({ place, code, duty, expected }) =>
    say(`${code}: the IEEPA part and the ordinary duty together are not 15% of the value.`, {
      ...at(place),
      Duty: dollars(duty),
      Expected: dollars(expected),
    }),
  "wrong-period": ({ place, code, enteredOn }) =>
    say(`${code} was not in force on the entry date. The duty paid on it still counts as IEEPA.`, {
      ...at(place),
      "Entry date": enteredOn,
    }),
  "ieepa-number-unknown": ({ place, code }) =>
    say(
      `${code} is no number that exists; by its first digits it would be IEEPA. Its duty is not certain.`,
      at(place),
    ),
  "value-on-chapter-99-row": ({ place, code, value }) =>
    say(`${code} carries an entered value, which belongs on the commodity number. It was ignored.`, {
      ...at(place),
      Value: dollars(value),
    }),
  "duty-on-exemption-number": ({ place, code, duty }) =>
    say(`${code} is an exemption, yet a duty stands on it. It is not counted as IEEPA duty.`, {
      ...at(place),
      Duty: dollars(duty),
    }),
  "ieepa-duty-unreadable": ({ place, code, found }) =>
    say(
      found === ""
        ? `${code}: the duty cell is blank, so the duty paid is not known.`
        : `${code}: the duty \`${found}\` cannot be read, so the duty paid is not known.`,
      at(place),
    ),
  "tariff-number-unreadable": ({ place, found, duty }) =>
    say(
      found === ""
        ? "A row carries duty but no tariff number, so its program is not known."
        : `A row carries duty, and \`${found}\` is no tariff number, so its program is not known.`,
      { ...at(place), Duty: duty === null ? null : dollars(duty) },
    ),
  "metals-of-canada-or-mexico": ({ place, code, hts }) =>
    say(
      "Steel or aluminum of Canada or Mexico: IEEPA duty was paid where Section 232 duty may have been due. Review before you file.",
      { ...at(place), Numbers: `${code}, ${formatHts(hts)}` },
    ),
  "column-1-unknown": ({ place, hts, because }) =>
    say(`This 15% line includes ordinary duty, and how much is not known: ${GAPS[because]}`, {
      ...at(place),
      "Tariff number": hts === null ? null : formatHts(hts),
    }),
  "column-1-learnt": ({ place, hts, percent, duty }) =>
    say(
      `The ordinary rate of ${formatHts(hts)}, ${formatPercent(percent)}, was learnt from another line of your data; that part of the 15% stays.`,
      { ...at(place), "Ordinary duty": dollars(duty) },
    ),
  "column-1-above-paid": ({ place, hts, percent, duty }) =>
    say(
      `The ordinary duty of ${formatHts(hts)} at ${formatPercent(percent)} would exceed what was paid in all: the rate or the row is wrong.`,
      { ...at(place), "Ordinary duty": dollars(duty) },
    ),
} satisfies Partial<ReasonTable>;
