import "server-only";

import { roleMay } from "@/lib/auth/permissions";
import { jobScope, workScope } from "@/lib/data/memberships";
import type { JobName, Jobs, JobStop } from "@/lib/data/job-queue";
import { endReading, readImport } from "@/lib/usecases/read-import";
import type { ReadingWatch } from "@/lib/usecases/reading-again";
import { queueDigests, sendDigest } from "@/lib/usecases/send-digest";
import { giveUpUndo, undoImport } from "@/lib/usecases/undo-import";
import { refreshScreenings, screenOrganization, screenTomorrow } from "@/lib/usecases/screen-organization";
import { giveUpRepairs, workOutRepairs } from "@/lib/usecases/work-out-repairs";

type Handler<Data> = {
  /** May run twice, and also at once in two workers: the second finds it done. */
  readonly run: (data: Data, watch: ReadingWatch) => Promise<void>;
  /** No further try: leaves things so that a person, or tomorrow, can go on. */
  readonly giveUp: (data: Data, stop: JobStop) => Promise<void>;
};

/**
 * One handler a job: ids in, use case out. In the order of their turns: somebody sits before a repair, and people wait
 * for an import.
 */
export const HANDLERS: { readonly [Name in JobName]: Handler<Jobs[Name]> } = {
  "repair-import": {
    // Somebody's own choice: nobody stands in for him, and what he may no longer do is not done.
    async run({ orgId, userId, requestId }, watch) {
      const scope = await jobScope(orgId, userId);
      if (scope && roleMay(scope.role, "imports:write")) return workOutRepairs(scope, requestId, watch);
      const owner = await workScope(orgId, userId);
      if (owner) await giveUpRepairs(owner, requestId, { kind: "cancelled" });
    },
    async giveUp({ orgId, userId, requestId }, stop) {
      const scope = await workScope(orgId, userId);
      if (scope) await giveUpRepairs(scope, requestId, stop);
    },
  },
  "read-import": {
    async run({ orgId, userId, importId, unasked = false }, watch) {
      const scope = await workScope(orgId, userId);
      if (scope) await readImport(scope, importId, { ...watch, unasked });
    },
    async giveUp({ orgId, userId, importId }, stop) {
      const scope = await workScope(orgId, userId);
      if (scope) await endReading(scope, importId, stop);
    },
  },
  "undo-import": {
    async run({ orgId, userId, importId }, watch) {
      const scope = await workScope(orgId, userId);
      if (scope) await undoImport(scope, importId, watch);
    },
    async giveUp({ orgId, userId, importId }) {
      const scope = await workScope(orgId, userId);
      if (scope) await giveUpUndo(scope, importId);
    },
  },
  "screen-organization": {
    async run({ orgId, userId, afresh = false }) {
      const scope = await workScope(orgId, userId);
      if (!scope) return;
      await (afresh ? screenOrganization(scope) : refreshScreenings(scope));
      await queueDigests(scope);
    },
    // Without a screening that waits, the organization would never be screened again.
    async giveUp({ orgId, userId }) {
      const scope = await workScope(orgId, userId);
      if (scope) await screenTomorrow(scope);
    },
  },
  "send-digest": {
    async run({ orgId, userId }) {
      const scope = await jobScope(orgId, userId);
      if (scope) await sendDigest(scope);
    },
    // It stands in the inbox, where it says that the e-mail was not sent.
    giveUp: () => Promise.resolve(),
  },
};

export const JOB_NAMES = Object.keys(HANDLERS) as readonly JobName[];
