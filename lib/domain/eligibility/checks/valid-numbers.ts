import { type Chapter99Code, chapter99CodeOf, type HtsNumber } from "../../identifiers";
import { lookUpChapter99 } from "../../law/chapter-99";
import { NUMBER_TEST_EXCEPTIONS } from "../../law/number-test";
import { asks, type Check, notes } from "../check";
import { pscLastDay } from "../clocks";
import type { CompleteEntry } from "../facts-of-a-world";

/**
 * CAPE rejects an IEEPA number that is not in the tariff on the day of entry. A Post Summary Correction can mend it
 * while the entry is not liquidated and the PSC window is open; afterwards it is only worth knowing.
 */
export const validNumbers: Check = (world, asOf, { numberTest: { source, confidence } }) => {
  const { liquidation, entryDate } = world;
  const invalid = invalidNumbers(world);
  if (invalid.length === 0) return [];
  const scheduledFor = liquidation.kind === "liquidated" ? null : liquidation.scheduledFor;
  const lastDay = pscLastDay(entryDate, scheduledFor);
  const fixable = liquidation.kind === "not-liquidated" && asOf <= lastDay;
  return invalid.map(({ code, because }) =>
    fixable
      ? asks(
          "fix-first",
          { kind: "ieepa-number-invalid", code, because, enteredOn: entryDate, pscLastDay: lastDay },
          source,
          confidence,
        )
      : notes({ kind: "invalid-number-past-psc", code, pscLastDay: lastDay }, source, confidence),
  );
};

type InvalidNumber = { readonly code: Chapter99Code; readonly because: "unknown" | "not-in-force" };

function invalidNumbers({ declared, entryDate, entryType }: CompleteEntry): readonly InvalidNumber[] {
  const { codes: keptCodes, entryTypes } = NUMBER_TEST_EXCEPTIONS;
  if (entryTypes.some((type) => type === entryType)) return [];
  const numbers = new Set<HtsNumber>();
  const invalid = new Map<Chapter99Code, InvalidNumber>();
  for (const { hts } of declared) {
    if (!hts?.startsWith("99") || numbers.has(hts)) continue;
    numbers.add(hts);
    const code = chapter99CodeOf(hts);
    const program = code === null ? null : lookUpChapter99(code, entryDate, null);
    if (program?.authority !== "IEEPA" || program.inForce) continue;
    if (keptCodes.some((kept) => kept === program.code)) continue;
    invalid.set(program.code, {
      code: program.code,
      because: program.listed ? "not-in-force" : "unknown",
    });
  }
  return invalid.size === 0 ? NONE : [...invalid.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

const NONE: readonly InvalidNumber[] = [];
