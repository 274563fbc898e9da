import { parseHtsNumber } from "../identifiers";
import { cellText } from "./raw-row";
import { readEntryType, readOrigin } from "./read-codes";
import { lost, outlookOf, type RepairCandidate, type RepairOutlook } from "./repair-proposal";
import { scientificIn } from "./scientific";

/** `9903.01.24 (20%)` holds a number; seven digits have lost the zero of Chapters 01 to 09, if nothing else. */
export function tariffNumberOutlook(found: string): RepairOutlook {
  const text = cellText(found);
  if (text === "") return lost("cell-is-blank");
  if (scientificIn(text) !== null) return lost("digits-lost-to-scientific");
  const digits = text.replaceAll(/[.\s-]/g, "");
  // Seven that begin with 99 have more likely lost a digit of a Chapter 99 number, which is money.
  if (/^(?!0|99)\d{7}$/.test(digits))
    return outlookOf([reading("restore-leading-zeros", `0${digits}`)], "not-understood");
  const within = [...text.matchAll(/(?<![\d.])\d{4}\.?\d{2}\.?\d{2}(?:\.?\d{2})?(?![\d])/g)].map(
    ([number]) => number,
  );
  const numbers = within.filter((number) => parseHtsNumber(number) !== null);
  return outlookOf(
    numbers.map((number) => reading("drop-decorations", number)),
    "not-understood",
  );
}

/** `CN - CHINA`, `(CN)`: two letters that stand alone. */
export function originOutlook(found: string): RepairOutlook {
  const codes = [...cellText(found).matchAll(/(?<![A-Za-z])[A-Z]{2}(?![A-Za-z])/g)].map(([code]) => code);
  const readable = codes.filter((code) => readOrigin(code) !== null);
  return outlookOf(
    readable.map((code) => reading("drop-decorations", code)),
    "not-understood",
  );
}

/** `Type 01`, `[01]`: two digits that stand alone. */
export function entryTypeOutlook(found: string): RepairOutlook {
  const codes = [...cellText(found).matchAll(/(?<![\d.,])\d{1,2}(?![\d.,])/g)].flatMap(
    ([code]) => readEntryType(code) ?? [],
  );
  return outlookOf(
    codes.map((code) => reading("drop-decorations", code)),
    "not-understood",
  );
}

const reading = (action: RepairCandidate["action"], proposed: string): RepairCandidate => ({
  action,
  proposed,
  proof: "only-reading",
});
