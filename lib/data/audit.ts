import "server-only";

import { v7 as uuidv7 } from "uuid";

import { queryIn, type BulkTenant } from "./bulk-tenant";
import type { Tenant } from "./tenant";

export type AuditAction =
  | "organization.created"
  | "organization.adding-unasked-set"
  | "organization.filing-right-set"
  | "organization.filing-terms-set"
  | "member.invited"
  | "member.joined"
  | "member.role-changed"
  | "member.removed"
  | "member.left"
  | "invitation.revoked"
  | "account.name-changed"
  | "account.password-changed"
  | "import.stored"
  | "import.previewed"
  | "import.committed"
  | "import.discarded"
  | "import.columns-named"
  | "import.columns-forgotten"
  | "import.sheet-chosen"
  | "import.dated"
  | "import.undone"
  | "import.refused"
  | "import.cancelled"
  | "import.read-again"
  | "import.repaired"
  | "import.repairs-withdrawn"
  | "entry.check-digit-confirmed"
  | "entry.protest-answered"
  | "entry.commerce-answered"
  | "entry.answer-withdrawn"
  | "entry.fact-settled"
  | "entry.rows-settled"
  | "entry.conflict-reopened"
  | "importer.terms-set"
  | "rate.given"
  | "rate.withdrawn"
  | "declaration.created"
  | "declaration.attested"
  | "declaration.signed-off"
  | "declaration.frozen"
  | "declaration.downloaded"
  | "declaration.packet"
  | "declaration.withdrawn"
  | "declaration.filed"
  | "document.attached"
  | "document.removed"
  | "claim.number-entered"
  | "claim.event-added"
  | "claim.message-noted"
  | "payment.attested"
  | "digest.rhythm-set"
  | "digest.unsubscribed"
  | "calendar.address-made"
  | "calendar.address-revoked"
  | "payment.typed"
  | "payment.taken-back"
  | "pass-through.set";

export type AuditDetails = Readonly<Record<string, string | number | readonly string[]>>;

/** Appends to the audit log in the transaction of what it tells: the two are both there or neither. */
export async function recordAudit(
  t: Tenant | BulkTenant,
  action: AuditAction,
  subject: string,
  details: AuditDetails = {},
): Promise<void> {
  await queryIn(t)(
    `INSERT INTO audit_log (org_id, id, actor_id, action, subject, details)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::jsonb)`,
    [t.orgId, uuidv7(), t.userId, action, subject, JSON.stringify(details)],
  );
}
