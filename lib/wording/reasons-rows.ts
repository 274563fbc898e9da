import { usdText, type Reason, type Usd } from "@/lib/domain";
import { formatCount } from "./count";
import { describeLikelyCause } from "./likely-causes";
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
    "no ordinary line of your files and no published schedule shows the rate of this tariff number. Give it once, and it holds for all entries.",
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
  "rate-mismatch": ({ place, code, percentFiled, percentInRegistry, duty, expected, cause }) =>
    say(
      `${code}: the duty is ${formatPercent(percentFiled)} of the value, the rate is ${formatPercent(percentInRegistry)}. ${describeLikelyCause(cause)}`,
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
  "duty-on-exemption-number": ({ place, code, duty, cause }) =>
    say(
      `${code} is an exemption, yet a duty stands on it. It is not counted as IEEPA duty.${cause ? ` ${describeLikelyCause(cause)}` : ""}`,
      { ...at(place), Duty: dollars(duty) },
    ),
  "possible-in-transit-use": ({ place, code, origin, otherwise }) =>
    say(
      `${code} on goods of ${origin}: possible in-transit use. Goods loaded before the change kept it; others paid ${formatPercent(otherwise.percent)} on ${otherwise.code}.`,
      at(place),
    ),
  "origin-not-covered": ({ place, code, origin }) =>
    say(
      `${code} is not for goods of ${origin} on the entry date. Check the number and the origin; the duty still counts as IEEPA.`,
      at(place),
    ),
  "chapter-98-base": ({ place, hts }) =>
    say(
      `${formatHts(hts)}: duty is on part of the value (repair, processing or U.S. components), so the rates of this line were not checked.`,
      at(place),
    ),
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
  "column-1-published": ({ place, hts, percent, duty, edition }) =>
    say(
      `The ordinary rate of ${formatHts(hts)}, ${formatPercent(percent)}, is the one published in ${edition ?? "the tariff schedule"}; that part of the 15% stays.`,
      { ...at(place), "Ordinary duty": dollars(duty) },
    ),
  "column-1-given": ({ place, hts, percent, duty }) =>
    say(
      `The ordinary rate of ${formatHts(hts)}, ${formatPercent(percent)}, was given by your organization; that part of the 15% stays.`,
      { ...at(place), "Ordinary duty": dollars(duty) },
    ),
  "column-1-disagrees": ({ place, hts, published, learnt }) =>
    say(
      `The published ordinary rate of ${formatHts(hts)} is ${formatPercent(published)}, other lines of your data paid ${formatPercent(learnt)}. The published one was taken; give the right one if it is not.`,
      at(place),
    ),
  "column-1-above-paid": ({ place, hts, percent, duty }) =>
    say(
      `The ordinary duty of ${formatHts(hts)} at ${formatPercent(percent)} would exceed what was paid in all: the rate or the row is wrong.`,
      { ...at(place), "Ordinary duty": dollars(duty) },
    ),
  "number-out-of-sequence": ({ place, hts, above }) =>
    say(
      `${formatHts(hts)} stands below ${formatHts(above)}. CBP's order is Chapter 98, 301, IEEPA, 232 or 201, and the commodity number last.`,
      at(place),
    ),
  "no-commodity-number": ({ place, code }) =>
    say(
      `${code}: no row of this line shows its commodity number. Either the report was filtered to Chapter 99 rows, or the line was filed without one.`,
      at(place),
    ),
  "no-reciprocal-number": ({ place, code }) =>
    say(
      `${code} stands without a reciprocal number. Every line of that time needed one, if only an exemption.`,
      at(place),
    ),
} satisfies Partial<ReasonTable>;
