import { RepairAccepted } from "@/components/imports/repair-accepted";
import { RepairGrid } from "@/components/imports/repair-grid";
import { RepairGroups } from "@/components/imports/repair-groups";
import { ActionForm } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { OrgScope } from "@/lib/auth/scope";
import type { StoredRepair } from "@/lib/data/row-repairs";
import { inOrganization } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import type { CellRepair, RepairGroup } from "@/lib/domain";
import { surveyImport, type RepairableImport } from "@/lib/usecases/survey-repairs";
import { countOf, formatCount } from "@/lib/wording/count";
import { describeRepairProblem } from "@/lib/wording/repairs";

import {
  acceptDayFirstAction,
  acceptGroupAction,
  takeAllBackAction,
  takeBackAction,
  typeCellsAction,
} from "../actions";
import { toAcceptedRow, toGridCells, toGroupRow } from "../repair-rows";

const ACCEPTED_SHOWN_MAX = 200;

/** Sent with every form. */
export type OfImport = { readonly org: string; readonly importId: string };

type RepairBenchProps = {
  readonly scope: OrgScope;
  readonly found: RepairableImport;
  readonly hidden: OfImport;
  readonly mayWrite: boolean;
  /** Other repairs are being worked out: nothing can be chosen. */
  readonly isHeld: boolean;
};

/** What is wrong in the file, what can be done about it, and what was done. */
export async function RepairBench({ scope, found, hidden, mayWrite, isHeld }: RepairBenchProps) {
  const survey = await surveyImport(scope, found);
  const mayChoose = mayWrite && !isHeld;
  const headings = found.stored.mapping.map(({ header }) => header);
  return (
    <>
      {survey.ok ? (
        <Panel title="Problems by what repairs them" flush>
          <RepairGroups
            groups={survey.value.groups.map((group) => ({
              ...toGroupRow(group),
              accept: mayChoose ? <Accept group={group} hidden={hidden} /> : null,
            }))}
          />
        </Panel>
      ) : (
        <Notice tone="blocked" title={describeRepairProblem(survey.problem)} />
      )}
      {mayWrite && survey.ok && survey.value.toType.length > 0 ? (
        <ToType
          cells={survey.value.toType}
          count={survey.value.toTypeCount}
          hidden={hidden}
          isHeld={isHeld}
        />
      ) : null}
      {found.accepted.length > 0 ? (
        <Accepted
          scope={scope}
          accepted={found.accepted}
          headings={survey.ok ? survey.value.headings : headings}
          hidden={hidden}
          mayChoose={mayChoose}
        />
      ) : null}
    </>
  );
}

/** One act for the whole group; dates are a choice for the whole file, and several candidates a choice for each cell. */
function Accept({ group, hidden }: { readonly group: RepairGroup; readonly hidden: OfImport }) {
  if (group.action === null) return null;
  if (group.action === "read-day-first")
    return (
      <ActionForm
        action={acceptDayFirstAction}
        hidden={hidden}
        submit="All dates of this file are day first"
        pending="Asking for it"
        variant="secondary"
      />
    );
  const single = group.count - group.toChoose;
  if (single === 0) return <p className="text-sm text-muted">Choose for each cell below.</p>;
  return (
    <ActionForm
      action={acceptGroupAction}
      hidden={{ ...hidden, group: group.key }}
      submit={single === 1 ? "Accept this one" : `Accept all ${formatCount(single)}`}
      pending="Asking for it"
      variant={group.state === "proven" ? "primary" : "secondary"}
    />
  );
}

type ToTypeProps = {
  readonly cells: readonly CellRepair[];
  readonly count: number;
  readonly hidden: OfImport;
  readonly isHeld: boolean;
};

function ToType({ cells: repairs, count, hidden, isHeld }: ToTypeProps) {
  const cells = toGridCells(repairs);
  const beyond = count > cells.length ? ` The first ${formatCount(cells.length)} are shown.` : "";
  return (
    <Panel
      title="Cells that need a hand"
      note={`${countOf(count, "cell", "cells")}.${beyond} Arrows move, Enter edits, Tab goes to the next cell, Escape leaves a cell as it was.`}
      flush
    >
      <RepairGrid cells={cells} hidden={hidden} action={typeCellsAction} isHeld={isHeld} />
    </Panel>
  );
}

type AcceptedProps = {
  readonly scope: OrgScope;
  readonly accepted: readonly StoredRepair[];
  readonly headings: readonly string[];
  readonly hidden: OfImport;
  readonly mayChoose: boolean;
};

async function Accepted({ scope, accepted, headings, hidden, mayChoose }: AcceptedProps) {
  const names = await inOrganization(scope, memberNames);
  const shown = accepted.slice(0, ACCEPTED_SHOWN_MAX);
  return (
    <Panel
      title="Accepted repairs"
      note={`${countOf(accepted.length, "repair", "repairs")}${accepted.length > shown.length ? `; the first ${formatCount(shown.length)} are shown` : ""}`}
      actions={
        mayChoose ? (
          <ActionForm
            action={takeAllBackAction}
            hidden={hidden}
            submit="Take all back"
            pending="Asking for it"
            variant="danger"
            size="sm"
          />
        ) : undefined
      }
      flush
    >
      <RepairAccepted
        rows={shown.map((repair) => toAcceptedRow(repair, { headings, names, hidden }))}
        takeBack={mayChoose ? takeBackAction : null}
      />
    </Panel>
  );
}
