import { type EntryNumber, hasFittingCheckDigit, parseEntryNumber } from "../identifiers";
import { cellText } from "./raw-row";
import {
  lost,
  outlookOf,
  type RepairAction,
  type RepairCandidate,
  type RepairOutlook,
} from "./repair-proposal";
import { scientificIn, type Scientific } from "./scientific";

/**
 * How an entry number that cannot be read may be brought back. Only ever proposals: a wrong number passes the check
 * digit one time in ten, so a person accepts each group or each cell.
 */
export function entryNumberOutlook(found: string): RepairOutlook {
  const text = cellText(found);
  if (text === "") return lost("cell-is-blank");
  const scientific = scientificIn(text);
  if (scientific !== null) return outlookOf(fromScientific(scientific), "digits-lost-to-scientific");
  const read = readingsOf(text);
  return outlookOf(read.length > 0 ? read : withoutDecorations(text), "not-understood");
}

/** What the text is read as, or could be; each with what has to be done to it. */
function readingsOf(text: string): readonly RepairCandidate[] {
  const parsed = parseEntryNumber(text);
  if (parsed.ok) return [];
  if (parsed.problem.kind === "entry-number-missing") return [];
  const digits = text.replaceAll(/[^0-9A-Za-z]/g, "").toUpperCase();
  return parsed.problem.proposals.map((proposed) => candidate(actionFrom(digits, proposed), proposed));
}

/** Zeros in front, a digit behind, or letters in the middle: one of the three made the proposal. */
function actionFrom(digits: string, proposed: EntryNumber): RepairAction {
  if (digits.length < proposed.length && proposed === digits.padStart(proposed.length, "0"))
    return "restore-leading-zeros";
  return digits.length < proposed.length ? "add-check-digit" : "read-letters-as-digits";
}

const candidate = (action: RepairAction, proposed: EntryNumber): RepairCandidate => ({
  action,
  proposed,
  // A check digit that was worked out always fits.
  proof: action === "add-check-digit" ? "check-digit-computed" : proofOf(proposed),
});

const proofOf = (number: EntryNumber): RepairCandidate["proof"] =>
  hasFittingCheckDigit(number) ? "check-digit" : "only-reading";

/** `Entry ZZX-1000001-1`, `98712345671.0`, `#ZZX10000011`: the number stands there, with something around it. */
function withoutDecorations(text: string): readonly RepairCandidate[] {
  const plain = text.replace(/\.0+$/, "").replace(/^entry\b(?: summary)?(?: (?:no|number))?[.:#\s]*/i, "");
  const parsed = parseEntryNumber(plain.replaceAll(/[^0-9A-Za-z]/g, ""));
  if (parsed.ok)
    return [{ action: "drop-decorations", proposed: parsed.value, proof: proofOf(parsed.value) }];
  return plain === text ? [] : readingsOf(plain);
}

/** Only where every digit is shown: what a spreadsheet rounded away, or took for an exponent, cannot be recovered. */
const fromScientific = ({ whole }: Scientific): readonly RepairCandidate[] =>
  whole === null ? [] : fromWhole(whole);

function fromWhole(whole: string): readonly RepairCandidate[] {
  const parsed = parseEntryNumber(whole);
  if (!parsed.ok) return readingsOf(whole);
  return [{ action: "write-out-scientific", proposed: parsed.value, proof: proofOf(parsed.value) }];
}
