import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { importsOf, type ImportState } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";

type RouteContext = {
  readonly params: Promise<{ org: string; id: string }>;
};

const STATES = {
  stored: "waiting",
  reading: "running",
  committed: "done",
  refused: "failed",
  needs_mapping: "needs-mapping",
  previewed: "previewed",
  adding: "running",
  cancelled: "cancelled",
  undone: "undone",
} as const satisfies Record<ImportState, string>;

/** How far the reading of an upload is. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { org, id } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const found = z.uuid().safeParse(id).success
    ? await inOrganization(member.value, (t) => importsOf(t).find(id))
    : null;
  if (!found) return refusal(404, "There is no such import.");
  return Response.json({
    state: STATES[found.state],
    bytesDone: found.bytesRead,
    bytesTotal: found.byteSize,
    rowsDone: found.rowsRead,
  });
}
