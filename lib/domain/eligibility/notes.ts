import type { Day } from "../day";
import { enteredOn, knownEntryDay } from "../entered-on";
import type { Entry, EntryFactName, EntryFacts } from "../entry";
import { valuesOf } from "../facts";
import { FACT_NAMES } from "../intake/fact-values";
import { CLOCKS } from "../law/clocks";
import { isBelowZero } from "../money";
import { ieepaPaidOnLines, type LineRefund } from "../refund/refund-of";
import { rowFlagsOf } from "../refund/stack";
import { saysYes } from "./candidates";
import { notes } from "./check";
import type { AssumedFact } from "./facts-of-a-world";
import { DUTIABLE_NUMBER, FINAL_DATA, PHASE_1_GUIDANCE } from "./law-of-checks";
import { liquidationWordIn, possibleLiquidationDates } from "./liquidation-candidates";
import { noteOfFlag } from "./row-flag-notes";
import { sequenceFlagsOf } from "./sequence-flags";
import type { Finding } from "./verdict";
import type { Possibilities } from "./worlds";

/** Doubts about the liquidation, the day of entry and whether the summary is final. */
export const notesOnFacts = (entry: Entry, asOf: Day): readonly Finding[] => [
  ...liquidationNotes(entry, asOf),
  ...entryDateNotes(entry),
  ...correctionNotes(entry),
];

/** Whatever is worth knowing of the rows and their money, and of what files contradict each other in. */
export function notesOnRows(entry: Entry, money: readonly LineRefund[]): readonly Finding[] {
  const onFlags = rowFlagsOf(money, entry).map(noteOfFlag);
  const onSequence = sequenceFlagsOf(money, knownEntryDay(entry)).map(noteOfFlag);
  return moneyNotes(entry, money).concat(conflictNotes(entry), onFlags, onSequence);
}

/** The date decides and the status comes second, but a disagreement deserves a look into ACE. */
function liquidationNotes(entry: Entry, asOf: Day): readonly Finding[] {
  const law = CLOCKS["cape-window"].source;
  const possible = possibleLiquidationDates(entry);
  const statuses = valuesOf(entry.facts.liquidationStatus);
  const disagreements = possible.flatMap((liquidationDate) =>
    statuses
      .filter((status) => contradicts(status, liquidationDate, asOf))
      .map((status) => notes({ kind: "status-and-date-disagree", status, liquidationDate }, law)),
  );
  const [entered] = enteredOn(entry).days;
  const tooEarly = valuesOf(entry.facts.liquidationDate)
    .filter((date) => !possible.includes(date))
    .flatMap((liquidationDate) =>
      entered === undefined
        ? []
        : [notes({ kind: "liquidation-before-entry", liquidationDate, enteredOn: entered }, law)],
    );
  const undated = possible.length > 0 ? [] : statuses.flatMap((status) => undatedNote(status));
  return [...disagreements, ...tooEarly, ...undated];
}

function contradicts(status: string, date: Day, asOf: Day): boolean {
  const word = liquidationWordIn(status);
  if (word === null) return false;
  return date <= asOf ? word !== "liquidated" : word === "liquidated";
}

function undatedNote(status: string): readonly Finding[] {
  const word = liquidationWordIn(status);
  const law = CLOCKS["cape-window"].source;
  if (word === "liquidated") return [notes({ kind: "liquidated-on-unknown-day", status }, law, "unknown")];
  return word === null ? [notes({ kind: "liquidation-status-unknown", status }, law, "unknown")] : [];
}

function entryDateNotes(entry: Entry): readonly Finding[] {
  const { column } = enteredOn(entry);
  if (column === null || column === "entryDate") return [];
  return [notes({ kind: "entry-date-inferred", column }, PHASE_1_GUIDANCE, "inferred")];
}

/** A correction that is still open changes what CAPE recalculates; whether it is, the indicator does not say. */
const correctionNotes = ({ facts }: Entry): readonly Finding[] =>
  valuesOf(facts.pscFlag)
    .filter(saysYes)
    .map((indicator) => notes({ kind: "psc-indicated", indicator }, FINAL_DATA, "inferred"));

function moneyNotes(entry: Entry, money: readonly LineRefund[]): readonly Finding[] {
  if (entry.lines.length + entry.conflicts.length === 0) {
    return [notes({ kind: "no-duty-rows" }, DUTIABLE_NUMBER, "unknown")];
  }
  // The sum of amounts none of which is below zero is not either, and need not be made.
  if (!money.some(({ paid }) => isBelowZero(paid.max))) return [];
  const net = ieepaPaidOnLines(money).max;
  return isBelowZero(net) ? [notes({ kind: "ieepa-net-below-zero", net }, DUTIABLE_NUMBER, "unknown")] : [];
}

/** The facts that files may contradict each other in, so that it is worth a word. */
const DISPUTED_FACTS = FACT_NAMES.filter((fact) => fact !== "importerName" && fact !== "liquidationBlank");

function conflictNotes(entry: Entry): readonly Finding[] {
  if (entry.conflicts.length === 0 && !hasSeveralSightings(entry.facts)) return [];
  const rows = entry.conflicts.map(({ variants }) =>
    notes(
      {
        kind: "row-conflict",
        lineNumber: variants[0].lineNumber,
        fileRows: variants.map(({ source }) => source.row).sort((a, b) => a - b),
      },
      PHASE_1_GUIDANCE,
      "unknown",
    ),
  );
  const torn = DISPUTED_FACTS.filter((fact) => entry.facts[fact].length > 1)
    .map((fact) => ({ fact, values: valuesOf<string | true>(entry.facts[fact]).map(String).sort() }))
    .filter(({ values }) => values.length > 1)
    .map(({ fact, values }) => notes({ kind: "files-disagree", fact, values }, PHASE_1_GUIDANCE, "unknown"));
  return [...rows, ...torn];
}

/** Of some fact. Asked for every entry: what an engine does quickest is going through an object in its own order. */
function hasSeveralSightings(facts: EntryFacts): boolean {
  for (const name in facts) if (facts[name as EntryFactName].length > 1) return true;
  return false;
}

/** No report shows a type 09 or a filing outside ACE; they too are attested before a declaration is downloaded. */
const NEVER_SHOWN = ["type-09-on-file", "filed-outside-ace"] as const satisfies readonly AssumedFact[];

/** What nothing shows and the screening takes as absent. */
export function notesOnAssumptions(possible: Possibilities): readonly Finding[] {
  const facts = Object.keys(possible) as (keyof Possibilities)[];
  const assumed = facts.filter((fact) => possible[fact].basis === "assumed");
  return [
    notes(
      { kind: "not-provable-from-data", facts: [...assumed, ...NEVER_SHOWN] },
      PHASE_1_GUIDANCE,
      "unknown",
    ),
  ];
}
