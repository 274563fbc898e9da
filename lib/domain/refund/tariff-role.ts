import type { Day } from "../day";
import type { TariffLine } from "../entry";
import { chapter99CodeOf } from "../identifiers";
import { lookUpChapter99, type TariffProgram } from "../law/chapter-99";
import { isBelowZero } from "../money";
import { type AmountRange, exactly, NOTHING, UNBOUNDED, upTo } from "./amount-range";

/**
 * What a tariff number does on its line. Whether a listed IEEPA number bears duty is a property of the number and not
 * of the date: money paid on it in a wrong period is still IEEPA money.
 */
export type TariffRole =
  | { readonly kind: "ieepa-duty" | "ieepa-exemption" | "ieepa-unlisted"; readonly program: TariffProgram }
  | { readonly kind: "other-chapter-99"; readonly program: TariffProgram | null }
  | { readonly kind: "chapter-98" | "commodity" | "unreadable" };

const UNREADABLE: TariffRole = { kind: "unreadable" };
const CHAPTER_98: TariffRole = { kind: "chapter-98" };
const COMMODITY: TariffRole = { kind: "commodity" };

/** @param entered - the day of entry; null when unknown, which costs the rate but never the authority */
export function roleOf(line: TariffLine, entered: Day | null): TariffRole {
  if (line.hts === null) return UNREADABLE;
  if (line.hts.startsWith("98")) return CHAPTER_98;
  const code = chapter99CodeOf(line.hts);
  if (code === null) return COMMODITY;
  const program = lookUpChapter99(code, entered, line.origin);
  if (program?.authority !== "IEEPA") return { kind: "other-chapter-99", program };
  if (program.kind === "EXEMPTION") return { kind: "ieepa-exemption", program };
  return { kind: program.kind === "DUTY" && program.listed ? "ieepa-duty" : "ieepa-unlisted", program };
}

/** As `roleOf`. */
export type RoleReader = typeof roleOf;

/** Remembers as long as its holder lives: the rows of a large file show few Chapter 99 numbers, days and origins. */
export function rememberingRoles(): RoleReader {
  const byDay = new Map<Day | null, Map<string, Map<string | null, TariffRole>>>();
  return (line, entered) => {
    const { hts, origin } = line;
    if (!hts?.startsWith("99")) return roleOf(line, entered);
    const byNumber = ofKey(byDay, entered);
    const byOrigin = ofKey(byNumber, hts);
    const known = byOrigin.get(origin);
    if (known !== undefined) return known;
    const role = roleOf(line, entered);
    byOrigin.set(origin, role);
    return role;
  };
}

function ofKey<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const started = new Map<L, V>();
  maps.set(key, started);
  return started;
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
