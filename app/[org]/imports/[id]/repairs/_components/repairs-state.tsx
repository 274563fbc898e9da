import { ImportProgress } from "@/components/imports/import-progress";
import { RepairOutcomeNotice } from "@/components/imports/repair-outcome-notice";
import { Panel } from "@/components/ui/panel";
import type { OrgScope } from "@/lib/auth/scope";
import type { StoredImport } from "@/lib/data/imports";
import { progressOf } from "@/lib/data/job-queue";
import { inOrganization } from "@/lib/data/tenant";
import type { RepairsUnderWay } from "@/lib/usecases/work-out-repairs";

import { isUnderWay, toImportProgress, toRepairProgress } from "../../../import-progress-state";
import { cancelRepairsAction } from "../actions";
import { toOutcome } from "../repair-rows";

type RepairsStateProps = {
  readonly scope: OrgScope;
  readonly stored: StoredImport;
  readonly repairs: RepairsUnderWay;
  readonly mayWrite: boolean;
};

/** How far repairs are that are being worked out, and what became of the last ones. */
export async function RepairsState({ scope, stored, repairs: { open, last }, mayWrite }: RepairsStateProps) {
  const progressUrl = `/api/${scope.orgSlug}/imports/${stored.id}/progress`;
  const hidden = { org: scope.orgSlug, importId: stored.id };
  const initial = await inOrganization(scope, async (t) =>
    open !== null
      ? toRepairProgress(stored, open, await progressOf(t, "repair-import", stored.id))
      : isUnderWay(stored)
        ? toImportProgress(stored, await progressOf(t, "read-import", stored.id))
        : null,
  );
  return (
    <>
      {last === null || open !== null ? null : <RepairOutcomeNotice {...toOutcome(last)} />}
      {initial === null ? null : (
        <Panel>
          <ImportProgress
            progressUrl={progressUrl}
            initial={initial}
            {...(open !== null && mayWrite
              ? { cancel: { action: cancelRepairsAction, hidden, submit: "Cancel the repairs" } }
              : {})}
          />
        </Panel>
      )}
    </>
  );
}
