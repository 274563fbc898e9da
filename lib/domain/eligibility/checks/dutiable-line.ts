import { ieepaPaidOnLines } from "../../refund/refund-of";
import { allRowsOf } from "../../refund/entry-line";
import type { TariffProgram } from "../../law/chapter-99";
import { asks, type Check } from "../check";
import type { CompleteEntry } from "../facts-of-a-world";
import { DUTIABLE_NUMBER } from "../law-of-checks";

/** CAPE takes an entry only when an IEEPA number on it bears duty; exemption numbers and zero duty are no money. */
export const dutiableLine: Check = (world) => {
  if (world.dutiable) return [];
  const programs = programsOn(world);
  const ieepa = programs.filter(({ authority }) => authority === "IEEPA");
  if (ieepa.length === 0) {
    const names = programs.map(({ programName }) => programName);
    // A report pulled after CAPE processed an entry may no longer show its IEEPA rows: "never paid" would be a guess.
    const reason = { kind: "no-ieepa-number", programsPaid: [...new Set(names)].sort() } as const;
    return [asks("not-ieepa", reason, DUTIABLE_NUMBER, "inferred")];
  }
  if (hasPaidRows(world) && ieepaPaidOnLines(world.money).max?.isZero()) {
    return [asks("not-ieepa", { kind: "ieepa-duty-nets-to-zero" }, DUTIABLE_NUMBER)];
  }
  const numbers = [...new Set(ieepa.map(({ code }) => code))].sort();
  return [asks("not-ieepa", { kind: "no-dutiable-ieepa-number", numbers }, DUTIABLE_NUMBER)];
};

const programsOn = ({ money }: CompleteEntry): readonly TariffProgram[] =>
  money
    .flatMap(({ line }) => allRowsOf(line))
    .flatMap(({ role }) => ("program" in role && role.program !== null ? [role.program] : []));

const hasPaidRows = ({ money }: CompleteEntry): boolean =>
  money
    .flatMap(({ line }) => allRowsOf(line))
    .some(({ row, role }) => role.kind === "ieepa-duty" && row.duty !== null && !row.duty.isZero());
