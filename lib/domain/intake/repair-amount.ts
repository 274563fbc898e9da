import { cellText } from "./raw-row";
import { readAmount } from "./read-amount";
import { outlookOf, type RepairAction, type RepairCandidate, type RepairOutlook } from "./repair-proposal";
import { scientificIn } from "./scientific";

const CURRENCY = /^(?:US\$|USD|\$)\s*|\s*(?:US\$|USD|dollars?|\$)$/gi;
const FOOTNOTES = /[*†‡#]+$/;
const CREDIT = /\s*(CR|DR)\.?$/i;
const COMMA_DECIMALS = /^(?<minus>-)?(?<whole>\d{1,3}(?:[. ]\d{3})+|\d+),(?<cents>\d{1,2})$/;
const APOSTROPHES = /^(?<minus>-)?(?<whole>\d{1,3}(?:[ '’]\d{3})+)(?:\.(?<cents>\d{1,2}))?$/;

/** How an amount that cannot be read may have been meant. No amount has a check digit, so none is ever proven. */
export function amountOutlook(found: string): RepairOutlook {
  const text = cellText(found).replaceAll(/[\u2010-\u2015\u2212]/g, "-");
  if (scientificIn(text) !== null) return outlookOf([], "digits-lost-to-scientific");
  const plain = text.replaceAll(CURRENCY, "").replace(FOOTNOTES, "").trim();
  const decorated = plain !== text ? readingOf("drop-decorations", plain) : [];
  return outlookOf([...decorated, ...creditReadings(plain), ...separatorReadings(plain)], "not-understood");
}

const readingOf = (action: RepairAction, proposed: string): readonly RepairCandidate[] =>
  readAmount(proposed).kind === "amount" ? [{ action, proposed, proof: "only-reading" }] : [];

/** A credit takes off the account of whoever wrote it: ours is not known, so both signs are shown. */
function creditReadings(text: string): readonly RepairCandidate[] {
  const amount = text.replace(CREDIT, "");
  if (amount === text || amount.startsWith("-")) return [];
  return [...readingOf("drop-decorations", `-${amount}`), ...readingOf("drop-decorations", amount)];
}

/** `1.234,50`, `1 234,50`, `12,34`, `1'234.50`. */
function separatorReadings(text: string): readonly RepairCandidate[] {
  const parts = (COMMA_DECIMALS.exec(text) ?? APOSTROPHES.exec(text))?.groups;
  if (parts === undefined) return [];
  const { minus = "", whole = "", cents } = parts;
  return readingOf("swap-separators", `${minus}${whole.replaceAll(/\D/g, "")}${cents ? `.${cents}` : ""}`);
}
