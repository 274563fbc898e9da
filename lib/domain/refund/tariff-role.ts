import type { Day } from "../day";
import type { TariffLine } from "../entry";
import { chapter99CodeOf, type HtsNumber } from "../identifiers";
import { lookUpChapter99, periodFrom, type TariffProgram } from "../law/chapter-99";
import type { SequenceBlock } from "../law/number-sequence";
import { mapUnder } from "../map-of-maps";
import { isBelowZero } from "../money";
import { type AmountRange, exactly, NOTHING, UNBOUNDED, upTo } from "./amount-range";

/**
 * What a tariff number does on its line. Whether a listed IEEPA number bears duty is a property of the number and not
 * of the date: money paid on it in a wrong period is still IEEPA money.
 */
export type TariffRole = {
  /** Its part of the line in CBP's order of numbers. Null: that order does not name the program. */
  readonly block: SequenceBlock | null;
} & (
  | { readonly kind: "ieepa-duty" | "ieepa-exemption" | "ieepa-unlisted"; readonly program: TariffProgram }
  | { readonly kind: "other-chapter-99"; readonly program: TariffProgram | null }
  | { readonly kind: "chapter-98" | "commodity" | "unreadable" }
);

const UNREADABLE: TariffRole = { kind: "unreadable", block: null };
const CHAPTER_98: TariffRole = { kind: "chapter-98", block: "chapter-98" };
const COMMODITY: TariffRole = { kind: "commodity", block: "commodity" };

/** @param entered - the day of entry; null when unknown, which costs the rate but never the authority */
export function roleOf(line: TariffLine, entered: Day | null): TariffRole {
  if (line.hts === null) return UNREADABLE;
  if (line.hts.startsWith("98")) return CHAPTER_98;
  const code = chapter99CodeOf(line.hts);
  if (code === null) return COMMODITY;
  const program = lookUpChapter99(code, entered, line.origin);
  const block = program && blockOf(program);
  if (program?.authority !== "IEEPA") return { kind: "other-chapter-99", program, block };
  if (program.kind === "EXEMPTION") return { kind: "ieepa-exemption", program, block };
  const isListedDuty = program.kind === "DUTY" && program.listed;
  return { kind: isListedDuty ? "ieepa-duty" : "ieepa-unlisted", program, block };
}

/** Civil aircraft (9903.96) has no block: it also frees from Section 232 and may follow it. */
function blockOf({ authority, program, code }: TariffProgram): SequenceBlock | null {
  if (authority === "SECTION_301") return "section-301";
  if (authority === "SECTION_232" || authority === "SECTION_201") return "section-232-or-201";
  if (authority !== "IEEPA" || program === null || code.startsWith("9903.96")) return null;
  if (program.startsWith("IEEPA_FENTANYL")) return "ieepa-fentanyl";
  return program.startsWith("IEEPA_RECIPROCAL") ? "ieepa-reciprocal" : "ieepa-other";
}

/** As `roleOf`. */
export type RoleReader = typeof roleOf;

/** What numbers are on the days of one period, by number and origin. */
type Numbers = {
  readonly byNumber: Map<HtsNumber, Map<string | null, TariffRole>>;
  /** The last one met at each place: the lines of an entry mostly repeat the numbers of the line above. */
  readonly last: (Remembered | undefined)[];
};
type Remembered = { readonly hts: HtsNumber; readonly origin: string | null; readonly role: TariffRole };

const startNumbers = (): Numbers => ({ byNumber: new Map(), last: Array.from({ length: LAST_MAX }) });

/** Numbers of one program differ in their last digits. */
const placeOfNumber = (hts: HtsNumber): number =>
  (hts.charCodeAt(6) * 10 + hts.charCodeAt(7)) & (LAST_MAX - 1);
const LAST_MAX = 64;

/** Remembers as long as its holder lives: the rows of a large file show few Chapter 99 numbers, days and origins. */
export function rememberingRoles(): RoleReader {
  const onUnknownDay = startNumbers();
  // Between two changes of the tariff a number is the same on every day.
  const byPeriod = new Map<Day | null, Numbers>();
  const byDay = new Map<Day, Numbers>();
  // All rows of an entry have one day, so that it is looked up once for all of them.
  let [day, numbers]: [Day | null, Numbers] = [null, onUnknownDay];

  function numbersOn(entered: Day | null): Numbers {
    if (entered === null) return onUnknownDay;
    const known = byDay.get(entered);
    if (known !== undefined) return known;
    const period = periodFrom(entered);
    const ofPeriod = byPeriod.get(period) ?? startNumbers();
    byPeriod.set(period, ofPeriod);
    byDay.set(entered, ofPeriod);
    return ofPeriod;
  }

  return (line, entered) => {
    const { hts, origin } = line;
    if (!hts?.startsWith("99")) return roleOf(line, entered);
    if (entered !== day) [day, numbers] = [entered, numbersOn(entered)];
    const place = placeOfNumber(hts);
    const last = numbers.last[place];
    if (last?.hts === hts && last.origin === origin) return last.role;
    const byOrigin = mapUnder(numbers.byNumber, hts);
    const role = byOrigin.get(origin) ?? roleOf(line, entered);
    byOrigin.set(origin, role);
    numbers.last[place] = { hts, origin, role };
    return role;
  };
}

/** IEEPA duty paid on one row, USD, exact. A range where the number or the duty cannot be read or is not in the tariff. */
export function ieepaPaidOnRow(line: TariffLine, role: TariffRole): AmountRange {
  switch (role.kind) {
    case "ieepa-duty":
      return line.duty === null ? UNBOUNDED : exactly(line.duty);
    case "ieepa-unlisted":
      return line.duty === null ? UNBOUNDED : upTo(exactly(line.duty));
    case "unreadable":
      // A negative amount of an unknown program never reduces IEEPA money; a blank cell claims nothing.
      if (line.duty === null) return line.dutyFound.trim() === "" ? NOTHING : UNBOUNDED;
      return isBelowZero(line.duty) ? NOTHING : upTo(exactly(line.duty));
    case "ieepa-exemption":
    case "other-chapter-99":
    case "chapter-98":
    case "commodity":
      return NOTHING;
  }
}

/** True for the numbers of the 15 % agreements, whose rate already holds the ordinary (column 1) duty. */
export const holdsOrdinaryDuty = (role: TariffRole): boolean =>
  role.kind === "ieepa-duty" && role.program.includesColumn1;
