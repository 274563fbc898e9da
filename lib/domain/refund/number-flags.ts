import type { Day } from "../day";
import { IN_TRANSIT_BASELINE, isPartialBase } from "../law/assessed-rates";
import { isAboveZero } from "../money";
import { allRowsOf, type EntryLine, type StackedRow } from "./entry-line";
import { countryRateOf, isInTransitDay } from "./registry-causes";
import { placeOf, type RowFlag } from "./row-flags";

/** Adds what is odd about a tariff number and its cells, whatever the rate. */
export function flagNumber(flags: RowFlag[], { row, role }: StackedRow, entered: Day | null): void {
  if (role.kind === "unreadable") {
    const claimsNothing = row.duty === null ? row.dutyFound.trim() === "" : row.duty.isZero();
    if (claimsNothing) return;
    flags.push({
      kind: "tariff-number-unreadable",
      ...{ place: placeOf(row), found: row.htsFound, duty: row.duty },
    });
    return;
  }
  if (!("program" in role) || role.program === null) return;
  const { code, listed, inForce } = role.program;
  if (row.value !== null && !row.value.isZero()) {
    flags.push({ kind: "value-on-chapter-99-row", place: placeOf(row), code, value: row.value });
  }
  if (role.kind === "other-chapter-99") return;
  if (role.kind === "ieepa-unlisted") flags.push({ kind: "ieepa-number-unknown", place: placeOf(row), code });
  if (role.kind !== "ieepa-exemption" && row.duty === null) {
    flags.push({ kind: "ieepa-duty-unreadable", place: placeOf(row), code, found: row.dutyFound });
  }
  if (listed && !inForce && entered !== null) {
    flags.push({ kind: "wrong-period", place: placeOf(row), code, enteredOn: entered });
  }
}

/**
 * An IEEPA number on goods of an origin that its row does not name. The baseline number on goods with a rate of their
 * own is a possible in-transit use while that was open, and no mistake.
 */
export function originFlag({ row, role }: StackedRow, entered: Day | null): RowFlag | null {
  if (role.kind !== "ieepa-duty" || entered === null || role.program.originCovered !== false) return null;
  const { origin } = row;
  // ISO keeps X? free for users, and CBP uses it for the provinces of Canada.
  if (origin === null || origin.startsWith("X")) return null;
  const place = placeOf(row);
  const { code } = role.program;
  if (code === IN_TRANSIT_BASELINE.code && isInTransitDay(entered)) {
    const otherwise = countryRateOf(origin, entered);
    if (otherwise !== null) return { kind: "possible-in-transit-use", place, code, origin, otherwise };
  }
  return { kind: "origin-not-covered", place, code, origin };
}

/** A Chapter 98 number whose duty is on part of the value, where duty stands on the line's Chapter 99 numbers. */
export function partialBaseFlag({ row }: StackedRow, line: EntryLine): RowFlag | null {
  if (row.hts === null || !isPartialBase(row.hts)) return null;
  const bearsDuty = allRowsOf(line).some((other) => "program" in other.role && isAboveZero(other.row.duty));
  return bearsDuty ? { kind: "chapter-98-base", place: placeOf(row), hts: row.hts } : null;
}
