import {
  formatEntryNumber,
  type EntryNumber,
  type FilingRight,
  type ReadinessPoint,
  type ReadinessState,
} from "@/lib/domain";

import { countOf, formatBytes, formatCount } from "./count";
import { describeRight } from "./declarations";
import { ASSUMED_FACT_NAMES, listOf } from "./facts";

export const READINESS_STATE_WORDS = {
  met: "Met",
  failed: "Not met",
  warning: "Check",
  "to-attest": "To attest",
  attested: "Attested",
} as const satisfies Record<ReadinessState, string>;

type DeclarationSize = {
  readonly entries: number;
  readonly fileBytes: number;
  readonly right: FilingRight | null;
};

const EXAMPLES_MAX = 5;

/** "ZZX-1000005-2, ZZX-1000012-8 and 3 more"; empty of none. */
export const examplesOf = (numbers: readonly EntryNumber[]): string => {
  const shown = numbers.slice(0, EXAMPLES_MAX).map(formatEntryNumber).join(", ");
  return numbers.length > EXAMPLES_MAX
    ? `${shown} and ${formatCount(numbers.length - EXAMPLES_MAX)} more`
    : shown;
};

/** What a point rests on, a sentence each: what was computed, which entries fail, what nobody can prove from files. */
export function readinessEvidence(
  point: ReadinessPoint,
  { entries, fileBytes, right }: DeclarationSize,
): readonly string[] {
  const { failing, warned, assumed, id, kind, state } = point;
  const sentences: string[] = [];
  if (id === "filer" && kind === "computed" && right !== null)
    sentences.push(`By its settings this organization is ${describeRight(right)}.`);
  if (id === "file-limits")
    sentences.push(`${countOf(entries, "entry number", "entry numbers")}, ${formatBytes(fileBytes)}.`);
  else if (kind === "computed" && state !== "failed")
    sentences.push(`${formatCount(entries - failing.length)} of ${countOf(entries, "entry", "entries")}.`);
  if (failing.length > 0)
    sentences.push(`${countOf(failing.length, "entry fails", "entries fail")}: ${examplesOf(failing)}.`);
  if (warned.length > 0)
    sentences.push(
      `${countOf(warned.length, "entry needs", "entries need")} a second look: ${examplesOf(warned)}.`,
    );
  if (assumed.length > 0)
    sentences.push(
      `No file shows ${listOf(assumed.map((fact) => ASSUMED_FACT_NAMES[fact]))}. Taken as no: the attestation answers for it.`,
    );
  return sentences;
}
