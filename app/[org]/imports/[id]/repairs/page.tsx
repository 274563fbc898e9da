import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { RepairAccepted } from "@/components/imports/repair-accepted";
import { RepairGrid } from "@/components/imports/repair-grid";
import { RepairGroups } from "@/components/imports/repair-groups";
import { RepairReturned } from "@/components/imports/repair-returned";
import { UploadDropZone } from "@/components/imports/upload-drop-zone";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import type { OrgScope } from "@/lib/auth/scope";
import { inOrganization } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import type { RepairGroup } from "@/lib/domain";
import { viewReturned } from "@/lib/usecases/repair-workbook";
import { viewWorkbench, type Workbench } from "@/lib/usecases/survey-repairs";
import { countOf, formatCount } from "@/lib/wording/count";
import { describeRepairProblem } from "@/lib/wording/repairs";

import {
  acceptDayFirstAction,
  acceptGroupAction,
  acceptReturnedAction,
  takeAllBackAction,
  takeBackAction,
  typeCellsAction,
} from "./actions";
import { toAcceptedRow, toGridCells, toGroupRow, toReturnedRows } from "./repair-rows";

type RepairsPageProps = {
  readonly params: Promise<{ org: string; id: string }>;
  readonly searchParams: Promise<{ workbook?: string }>;
};

export const metadata: Metadata = { title: "Repairs" };

const ACCEPTED_SHOWN_MAX = 200;

type Hidden = { readonly org: string; readonly importId: string };

export default async function RepairsPage({ params, searchParams }: RepairsPageProps) {
  const { org, id } = await params;
  const scope = await requireMember(org, `/${org}/imports/${id}/repairs`);
  const bench = z.uuid().safeParse(id).success ? await viewWorkbench(scope, id) : null;
  if (bench === null) notFound();
  const workbook = z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .safeParse((await searchParams).workbook);
  const mayWrite = roleMay(scope.role, "imports:write");
  const hidden: Hidden = { org: scope.orgSlug, importId: id };
  const problems = `/api/${scope.orgSlug}/imports/${id}/problems`;

  return (
    <>
      <PageHeader
        title="Repairs"
        crumbs={[
          { href: `/${scope.orgSlug}/imports`, label: "Imports" },
          { href: `/${scope.orgSlug}/imports/${id}`, label: bench.stored.fileName },
        ]}
        note="The file is never changed: a repair stands beside it, and every reading of the file applies it. Each can be taken back."
        actions={
          <>
            <LinkButton href={problems} download>
              Download problem rows
            </LinkButton>
            <LinkButton href={`${problems}?rows=all`} download variant="secondary">
              All rows
            </LinkButton>
          </>
        }
      />
      {workbook.success && mayWrite ? (
        <Returned scope={scope} hidden={hidden} sha256={workbook.data} />
      ) : null}
      {bench.stored.state === "committed" ? null : (
        <Notice tone="caution" title="This file is not in the books yet">
          <p>Repairs are noted now; the file is read again with them and shown before you add it.</p>
        </Notice>
      )}
      <Panel title="Problems by what repairs them" flush>
        <RepairGroups
          groups={bench.groups.map((group) => ({
            ...toGroupRow(group),
            accept: mayWrite ? <Accept group={group} hidden={hidden} /> : null,
          }))}
        />
      </Panel>
      {mayWrite && bench.toType.length > 0 ? <ToType bench={bench} hidden={hidden} /> : null}
      {bench.accepted.length > 0 ? (
        <Accepted scope={scope} bench={bench} hidden={hidden} mayWrite={mayWrite} />
      ) : null}
      {mayWrite ? (
        <Panel
          title="Return the workbook"
          note="Correct the coloured cells in Excel and keep the first column. Rows find their way back by it; rows you leave alone change nothing."
        >
          <UploadDropZone
            uploadUrl={`/api/${scope.orgSlug}/uploads`}
            accept=".xlsx,.csv"
            acceptWords="The workbook of this page, or its sheet saved as CSV"
          />
        </Panel>
      ) : null}
    </>
  );
}

/** One act for the whole group; dates are a choice for the whole file, and several candidates a choice for each cell. */
function Accept({ group, hidden }: { readonly group: RepairGroup; readonly hidden: Hidden }) {
  if (group.action === null) return null;
  if (group.action === "read-day-first")
    return (
      <ActionForm
        action={acceptDayFirstAction}
        hidden={hidden}
        submit="All dates of this file are day first"
        pending="Reading the file again"
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
      pending="Reading the file again"
      variant={group.state === "proven" ? "primary" : "secondary"}
    />
  );
}

function ToType({ bench, hidden }: { readonly bench: Workbench; readonly hidden: Hidden }) {
  const cells = toGridCells(bench.toType);
  const beyond = bench.toTypeCount > cells.length ? ` The first ${formatCount(cells.length)} are shown.` : "";
  return (
    <Panel
      title="Cells that need a hand"
      note={`${countOf(bench.toTypeCount, "cell", "cells")}.${beyond} Arrows move, Enter edits, Tab goes to the next cell, Escape leaves a cell as it was.`}
      flush
    >
      <RepairGrid cells={cells} hidden={hidden} action={typeCellsAction} />
    </Panel>
  );
}

type AcceptedProps = {
  readonly scope: OrgScope;
  readonly bench: Workbench;
  readonly hidden: Hidden;
  readonly mayWrite: boolean;
};

async function Accepted({ scope, bench, hidden, mayWrite }: AcceptedProps) {
  const names = await inOrganization(scope, memberNames);
  const { accepted, header } = bench;
  const shown = accepted.slice(0, ACCEPTED_SHOWN_MAX);
  const { headings } = header.layout;
  return (
    <Panel
      title="Accepted repairs"
      note={`${countOf(accepted.length, "repair", "repairs")}${accepted.length > shown.length ? `; the first ${formatCount(shown.length)} are shown` : ""}`}
      actions={
        mayWrite ? (
          <ActionForm
            action={takeAllBackAction}
            hidden={hidden}
            submit="Take all back"
            pending="Reading the file again"
            variant="danger"
            size="sm"
          />
        ) : undefined
      }
      flush
    >
      <RepairAccepted
        rows={shown.map((repair) => toAcceptedRow(repair, { headings, names, hidden: { ...hidden } }))}
        takeBack={mayWrite ? takeBackAction : null}
      />
    </Panel>
  );
}

type ReturnedProps = { readonly scope: OrgScope; readonly hidden: Hidden; readonly sha256: string };

async function Returned({ scope, hidden, sha256 }: ReturnedProps) {
  const returned = await viewReturned(scope, hidden.importId, sha256);
  if (!returned.ok) return <Notice tone="blocked" title={describeRepairProblem(returned.problem)} />;
  const { changes } = returned.value;
  return (
    <Panel title="The workbook that came back">
      <RepairReturned
        {...toReturnedRows(returned.value)}
        accept={
          changes.length === 0 ? null : (
            <ActionForm
              action={acceptReturnedAction}
              hidden={{ ...hidden, workbook: sha256 }}
              submit={`Store ${countOf(changes.length, "cell", "cells")}`}
              pending="Reading the file again"
            />
          )
        }
      />
    </Panel>
  );
}
