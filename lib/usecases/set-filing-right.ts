import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { organizationSettingsOf, type FilingSettings } from "@/lib/data/organization-settings";
import { inOrganization } from "@/lib/data/tenant";
import {
  err,
  importerKey,
  isNonEmpty,
  ok,
  parseFilerCode,
  type FilerCode,
  type FilingRight,
  type FilingRole,
  type NonEmpty,
  type Result,
} from "@/lib/domain";

export type FilingRightProblem =
  { readonly kind: "no-number" } | { readonly kind: "not-a-filer-code"; readonly found: string };

/** What the organization says of itself: an importer with these IOR numbers, or a broker with these filer codes. */
export async function setFilingRight(
  scope: OrgScope,
  role: FilingRole,
  numbers: readonly string[],
): Promise<Result<null, FilingRightProblem>> {
  const given = [...new Set(numbers.map((number) => number.trim()))].filter(
    (number) => importerKey(number) !== "",
  );
  if (!isNonEmpty(given)) return err({ kind: "no-number" });
  const right = toRight(role, given);
  if (!right.ok) return right;
  await inOrganization(scope, async (t) => {
    await organizationSettingsOf(t).setRight(right.value);
    await recordAudit(t, "organization.filing-right-set", scope.orgId, { role, numbers: given });
  });
  return ok(null);
}

function toRight(role: FilingRole, numbers: NonEmpty<string>): Result<FilingRight, FilingRightProblem> {
  if (role === "importer") return ok({ role, importerNumbers: numbers });
  const codes: FilerCode[] = [];
  for (const found of numbers) {
    const code = parseFilerCode(found);
    if (code === null) return err({ kind: "not-a-filer-code", found });
    codes.push(code);
  }
  return isNonEmpty(codes) ? ok({ role, filerCodes: codes }) : err({ kind: "no-number" });
}

/** How files are built and signed: whether a broker merges importers, and whether a second person signs off. */
export function setFilingTerms(
  scope: OrgScope,
  terms: Omit<FilingSettings, "right">,
): Promise<Result<null, never>> {
  return inOrganization(scope, async (t) => {
    await organizationSettingsOf(t).setFilingTerms(terms);
    await recordAudit(t, "organization.filing-terms-set", scope.orgId, {
      mergesImporters: terms.mergesImporters ? "yes" : "no",
      needsSignOff: terms.needsSignOff ? "yes" : "no",
    });
    return ok(null);
  });
}
