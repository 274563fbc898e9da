import type { ComponentProps } from "react";

import type { DeclarationBuilder } from "@/components/declarations/declaration-builder";
import type { LeftOutGroup } from "@/components/declarations/left-out-table";
import { today } from "@/lib/clock";
import type { DeclarableEntry } from "@/lib/data/declarable-entries";
import type { Importer } from "@/lib/data/importers";
import {
  CAPE_LANES,
  certainTotal,
  declarationFileName,
  sumUsd,
  usdText,
  type CandidateRefusal,
  type Lane,
  type Usd,
} from "@/lib/domain";
import type { DeclarationChoice, DeclarationProposal } from "@/lib/usecases/create-declarations";
import { LANE_WORDS, LANES_IN_READING_ORDER } from "@/lib/wording/lanes";
import { CANDIDATE_REFUSAL_WORDS } from "@/lib/wording/declarations";

type Proposed = {
  readonly importers: readonly Importer[];
  readonly choice: DeclarationChoice;
  /** With every lane of CAPE. */
  readonly all: DeclarationProposal;
  readonly proposal: DeclarationProposal;
  readonly base: string;
};

type BuilderProps = Omit<ComponentProps<typeof DeclarationBuilder>, "path" | "action" | "hidden">;

export function toBuilderProps({ importers, choice, all, proposal, base }: Proposed): BuilderProps & {
  readonly chosenLanes: string;
} {
  const goesIn = proposal.plan.batches.flatMap(({ entries }) => entries);
  const leftOut = leftOutGroups(proposal, base);
  const out = [...proposal.plan.refused.map(({ candidate }) => candidate), ...proposal.otherLanes];
  return {
    importers: importers.map(({ number, name }) => ({
      value: number,
      label: name ? `${name} (${number})` : number,
    })),
    importer: choice.importerNumber,
    chosenLanes: choice.lanes.join(","),
    lanes: CAPE_LANES.map((lane) => {
      const entries = all.plan.batches
        .flatMap((batch) => batch.entries)
        .filter((entry) => entry.lane === lane);
      return {
        lane,
        entries: entries.length,
        refundable: usdText(certainSum(entries)),
        checked: choice.lanes.includes(lane),
      };
    }),
    files: proposal.plan.batches.map(({ importerNumber, filerCode, part, parts, entries }) => ({
      fileName: declarationFileName(importerNumber, filerCode, today(), part, parts),
      filerCode,
      entries: entries.length,
      refundable: usdText(certainSum(entries)),
    })),
    goesIn: {
      entries: goesIn.length,
      refundable: usdText(certainSum(goesIn)),
      interest: usdText(sumUsd(goesIn.flatMap(({ interest }) => interest ?? []))),
    },
    leftOut,
    leftOutTotals: { entries: out.length, refundable: usdText(certainSum(out)) },
  };
}

const certainSum = (entries: readonly DeclarableEntry[]): Usd =>
  certainTotal(entries.map(({ refundable }) => refundable));

/** Refused candidates by reason, then the other lanes: each with dollars and what would change it. */
function leftOutGroups({ plan, otherLanes }: DeclarationProposal, base: string): readonly LeftOutGroup[] {
  const reasons = [...new Set(plan.refused.map(({ because }) => because))];
  const lanes = LANES_IN_READING_ORDER.filter((lane) => otherLanes.some((entry) => entry.lane === lane));
  return [
    ...reasons.map((because) => refusedGroup(plan, because, base)),
    ...lanes.map((lane) =>
      laneGroup(
        lane,
        otherLanes.filter((entry) => entry.lane === lane),
        base,
      ),
    ),
  ];
}

function refusedGroup(
  plan: DeclarationProposal["plan"],
  because: CandidateRefusal,
  base: string,
): LeftOutGroup {
  const entries = plan.refused.filter((each) => each.because === because).map(({ candidate }) => candidate);
  const { reason, nextStep } = CANDIDATE_REFUSAL_WORDS[because];
  return {
    reason,
    nextStep,
    entries: entries.length,
    refundable: usdText(certainSum(entries)),
    href: because === "already-declared" ? `${base}/declarations` : null,
  };
}

const laneGroup = (lane: Lane, entries: readonly DeclarableEntry[], base: string): LeftOutGroup => ({
  reason: LANE_WORDS[lane].name,
  nextStep: LANE_WORDS[lane].nextStep,
  entries: entries.length,
  refundable: usdText(certainSum(entries)),
  href: `${base}/entries?lane=${lane}`,
});
