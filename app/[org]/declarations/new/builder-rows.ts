import type { ComponentProps } from "react";

import type { DeclarationBuilder } from "@/components/declarations/declaration-builder";
import type { LeftOutGroup } from "@/components/declarations/left-out-table";
import { today } from "@/lib/clock";
import type { LaneSum } from "@/lib/data/declarable-entries";
import type { DeclarationHolder } from "@/lib/data/declarations";
import type { Importer } from "@/lib/data/importers";
import {
  CAPE_LANES,
  certainTotal,
  declarationFileName,
  filerCodeOf,
  preflight,
  sumUsd,
  usdText,
  type CandidateRefusal,
  type Lane,
} from "@/lib/domain";
import type {
  ChoosableEntry,
  DeclarationChoice,
  DeclarationProposal,
} from "@/lib/usecases/propose-declarations";
import { CANDIDATE_REFUSAL_WORDS, DECLARATION_STATE_NAMES } from "@/lib/wording/declarations";
import { LANE_WORDS, LANES_IN_READING_ORDER } from "@/lib/wording/lanes";

import { toPreflight } from "../preflight-rows";
import { ALL_IMPORTERS, choiceFields } from "./builder-choice";

type Proposed = {
  readonly importers: readonly Importer[];
  readonly choice: DeclarationChoice;
  readonly proposal: DeclarationProposal;
  readonly base: string;
  /** Of members, by id. */
  readonly names: ReadonlyMap<string, string>;
};

type BuilderProps = Omit<ComponentProps<typeof DeclarationBuilder>, "path" | "action">;

export function toBuilderProps({ importers, choice, proposal, base, names }: Proposed): BuilderProps {
  const { plan, otherLanes, holders, filing, seal } = proposal;
  const files = plan.batches.map(({ importerNumbers, filerCode, part, parts, entries }) => ({
    name: declarationFileName(importerNumbers, filerCode, today(), part, parts),
    filerCode,
    // What stands on another declaration is refused above.
    entries: entries.map((entry) => ({ ...entry, declaredElsewhere: false })),
  }));
  const goesIn = plan.batches.flatMap(({ entries }) => entries);
  const refused = plan.refused.map(({ candidate }) => candidate);
  const groups = [
    ...refusedGroups(plan.refused, base),
    ...heldGroups(refused, holders, names, base),
    ...laneGroups(otherLanes, base),
  ];
  return {
    choices: toChoices(importers, choice, proposal),
    merged: filing.mergesImporters && filing.right?.role === "broker",
    files: files.map(({ name, filerCode, entries }) => ({
      ...{ fileName: name, filerCode },
      ...summed(entries),
    })),
    preflight: files.length === 0 ? null : toPreflight(preflight(files, filing.right, today()), today()),
    goesIn: {
      ...summed(goesIn),
      interest: usdText(sumUsd(goesIn.flatMap(({ interest }) => interest ?? []))),
    },
    leftOut: groups,
    leftOutTotals: {
      entries: groups.reduce((sum, { entries }) => sum + entries, 0),
      refundable: usdText(
        sumUsd([certainTotal(refused.map(({ refundable }) => refundable)), ...otherLanes.map(toDollars)]),
      ),
    },
    hidden: { ...choiceFields(choice), seal, holders: holders.map(({ id }) => id).join(",") },
  };
}

const summed = (entries: readonly ChoosableEntry[]) => ({
  entries: entries.length,
  refundable: usdText(certainTotal(entries.map(({ refundable }) => refundable))),
});

const toDollars = ({ refundable }: LaneSum) => refundable;

function toChoices(
  importers: readonly Importer[],
  { importerNumbers, filerCodes, lanes }: DeclarationChoice,
  { choosable }: DeclarationProposal,
): BuilderProps["choices"] {
  const filers = [...new Set(choosable.map(({ number }) => filerCodeOf(number)))].sort();
  return {
    importers: [
      { value: ALL_IMPORTERS, label: "All importers", checked: importerNumbers === null },
      ...importers.map(({ number, name }) => ({
        value: number,
        label: name ? `${name} (${number})` : number,
        checked: importerNumbers?.includes(number) === true,
      })),
    ],
    filers: filers.map((code) => ({
      value: code,
      checked: filerCodes?.includes(code) === true,
      ...summed(choosable.filter(({ number }) => filerCodeOf(number) === code)),
    })),
    lanes: CAPE_LANES.map((lane) => ({
      lane,
      checked: lanes.includes(lane),
      ...summed(choosable.filter((entry) => entry.lane === lane)),
    })),
  };
}

type Refused = DeclarationProposal["plan"]["refused"];

/** Refused candidates by reason; those on another declaration are named by it. */
function refusedGroups(refused: Refused, base: string): readonly LeftOutGroup[] {
  const reasons = [...new Set(refused.map(({ because }) => because))];
  return reasons
    .filter((because) => because !== "already-declared")
    .map((because) => ({
      key: because,
      ...CANDIDATE_REFUSAL_WORDS[because],
      ...summed(refused.filter((each) => each.because === because).map(({ candidate }) => candidate)),
      href: REFUSAL_PAGES[because] === undefined ? null : `${base}${REFUSAL_PAGES[because]}`,
    }));
}

const REFUSAL_PAGES: Partial<Record<CandidateRefusal, string>> = {
  "other-importer": "/settings",
  "other-filer": "/settings",
};

/** One row for each declaration that holds some of them: which, in what state, and who built it. */
const heldGroups = (
  refused: readonly ChoosableEntry[],
  holders: readonly DeclarationHolder[],
  names: ReadonlyMap<string, string>,
  base: string,
): readonly LeftOutGroup[] =>
  holders.map(({ id, fileName, state, createdBy }) => ({
    key: id,
    reason: `${CANDIDATE_REFUSAL_WORDS["already-declared"].reason}: ${fileName}, ${DECLARATION_STATE_NAMES[state].toLowerCase()}, built by ${names.get(createdBy) ?? "a former member"}`,
    nextStep: CANDIDATE_REFUSAL_WORDS["already-declared"].nextStep,
    ...summed(refused.filter(({ declarationId }) => declarationId === id)),
    href: `${base}/declarations/${id}`,
  }));

/** Lanes of CAPE that were not chosen, and all others, in reading order. */
const laneGroups = (sums: readonly LaneSum[], base: string): readonly LeftOutGroup[] =>
  LANES_IN_READING_ORDER.filter((lane) => sums.some((each) => each.lane === lane)).map((lane) =>
    laneGroup(
      lane,
      sums.filter((each) => each.lane === lane),
      base,
    ),
  );

const laneGroup = (lane: Lane, sums: readonly LaneSum[], base: string): LeftOutGroup => ({
  key: lane,
  reason: LANE_WORDS[lane].name,
  nextStep: LANE_WORDS[lane].nextStep,
  entries: sums.reduce((sum, { entries }) => sum + entries, 0),
  refundable: usdText(sumUsd(sums.map(toDollars))),
  href: `${base}/entries?lane=${lane}`,
});
