import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { messageNotesOf } from "@/lib/data/message-notes";
import { inOrganization } from "@/lib/data/tenant";
import { keyOfMessage, ok, type Result } from "@/lib/domain";

/** Keeps what a message of CBP meant, for every row that carries it; who said so, and what before, is in the audit log. */
export async function noteMessage(
  scope: OrgScope,
  message: string,
  note: string,
): Promise<Result<null, never>> {
  return inOrganization(scope, async (t) => {
    await messageNotesOf(t).note(keyOfMessage(message), note, now());
    await recordAudit(t, "claim.message-noted", keyOfMessage(message), { note });
    return ok(null);
  });
}
