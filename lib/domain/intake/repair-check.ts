import { hasFittingCheckDigit, parseEntryNumber, parseHtsNumber } from "../identifiers";
import { err, ok, type Result } from "../result";
import { cellText } from "./raw-row";
import { readAmount } from "./read-amount";
import { readEntryType, readOrigin } from "./read-codes";
import { readDay } from "./read-day";
import type { CellKind } from "./repair-proposal";

/** A text that intake will read, as it will read it; `doubt` is shown and does not stand in the way. */
export type CheckedCell = { readonly readAs: string; readonly doubt: "check-digit-does-not-fit" | null };

export type CellCheckProblem = {
  readonly kind: "blank" | "too-long" | "unreadable" | "control-characters";
  readonly cell: CellKind;
};

/** Longer than any cell that is read, shorter than a row that could flood the table. */
export const REPAIRED_CHARACTERS_MAX = 200;

/** Whether a typed text would be read, by the very readers of intake: what this takes, the next reading takes. */
export function checkCell(kind: CellKind, text: string): Result<CheckedCell, CellCheckProblem> {
  if (text.length > REPAIRED_CHARACTERS_MAX) return err({ kind: "too-long", cell: kind });
  if (/\p{Cc}/u.test(text)) return err({ kind: "control-characters", cell: kind });
  if (cellText(text) === "") return err({ kind: "blank", cell: kind });
  const readAs = READ_AS[kind](text);
  if (readAs === null) return err({ kind: "unreadable", cell: kind });
  return ok({ readAs, doubt: kind === "entry-number" && !fits(text) ? "check-digit-does-not-fit" : null });
}

const READ_AS: Readonly<Record<CellKind, (text: string) => string | null>> = {
  "entry-number": (text) => {
    const parsed = parseEntryNumber(text);
    return parsed.ok ? parsed.value : null;
  },
  amount: (text) => {
    const reading = readAmount(text);
    return reading.kind === "amount" ? reading.amount.toFixed() : null;
  },
  day: (text) => {
    const reading = readDay(text);
    return reading.kind === "day" ? reading.day : null;
  },
  "tariff-number": (text) => parseHtsNumber(text),
  origin: readOrigin,
  "entry-type": readEntryType,
  text: cellText,
};

function fits(text: string): boolean {
  const parsed = parseEntryNumber(text);
  return parsed.ok && hasFittingCheckDigit(parsed.value);
}
