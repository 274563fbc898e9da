import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import type { OrgScope } from "@/lib/auth/scope";
import { importsOf } from "@/lib/data/imports";
import { progressOf } from "@/lib/data/job-queue";
import { membersOf } from "@/lib/data/members";
import { openRepairRequest } from "@/lib/data/repair-requests";
import { inOrganization } from "@/lib/data/tenant";

import { toImportProgress, toRepairProgress } from "@/app/[org]/imports/import-progress-state";
import { eventStream } from "./event-stream";

type RouteContext = {
  readonly params: Promise<{ org: string; id: string }>;
};

/** How far the work on an import is: as server-sent events for who asks for these, otherwise once, as JSON. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org, id } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const look = () => lookAtWork(member.value, id);
  const now = z.uuid().safeParse(id).success ? await look() : null;
  if (!now) return refusal(404, "There is no such import.");
  if (request.headers.get("accept") !== "text/event-stream") return Response.json(now);
  return eventStream({ look, isOver: ({ state }) => state === "over", signal: request.signal });
}

const lookAtWork = (scope: OrgScope, id: string) =>
  inOrganization(scope, async (t) => {
    if (!(await membersOf(t).isThere(t.userId))) return null; // removed while the stream was open
    const stored = await importsOf(t).find(id);
    if (stored === null) return null;
    const repairs = await openRepairRequest(t, id);
    return repairs === null
      ? toImportProgress(stored, await progressOf(t, "read-import", id))
      : toRepairProgress(stored, repairs, await progressOf(t, "repair-import", id));
  });
