import { RepairReturned } from "@/components/imports/repair-returned";
import { ActionForm } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { OrgScope } from "@/lib/auth/scope";
import { viewReturned } from "@/lib/usecases/repair-workbook";
import { countOf } from "@/lib/wording/count";
import { describeRepairProblem } from "@/lib/wording/repairs";

import { acceptReturnedAction } from "../actions";
import { toReturnedRows } from "../repair-rows";
import type { OfImport } from "./repair-bench";

type ReturnedSectionProps = {
  readonly scope: OrgScope;
  readonly hidden: OfImport;
  readonly sha256: string;
};

/** What a workbook that came back would change, before anything is stored. */
export async function ReturnedSection({ scope, hidden, sha256 }: ReturnedSectionProps) {
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
              pending="Asking for it"
            />
          )
        }
      />
    </Panel>
  );
}
