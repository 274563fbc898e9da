import "server-only";

import type { EntryAnswers, EntryNumber } from "@/lib/domain";

import { queryOn, type BulkTenant } from "./bulk-tenant";

/** Keeps what a person settled about entries beside what the files say. */
export async function writeAnswers(
  t: BulkTenant,
  numbers: readonly EntryNumber[],
  answers: Partial<EntryAnswers>,
): Promise<void> {
  await queryOn(t)(
    `UPDATE entries SET answers = answers || $3::jsonb, updated_at = now()
     WHERE org_id = $1::uuid AND number = ANY ($2::text[])`,
    [t.orgId, numbers, JSON.stringify(answers)],
  );
}

/** Entries under the same protest: one answer holds for all of them. */
export async function entriesUnderProtest(
  t: BulkTenant,
  protestNumber: string,
): Promise<readonly EntryNumber[]> {
  const rows = await queryOn(t)<{ number: EntryNumber }>(
    `SELECT number FROM entries
     WHERE org_id = $1::uuid AND facts -> 'protestNumber' @> jsonb_build_array(jsonb_build_object('value', $2::text))
     ORDER BY number`,
    [t.orgId, protestNumber],
  );
  return rows.map(({ number }) => number);
}
