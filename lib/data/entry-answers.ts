import "server-only";

import type { AnswerName, ChoiceRecord, Entry, EntryNumber, ProtestAnswer } from "@/lib/domain";

import { queryOn, type BulkTenant } from "./bulk-tenant";
import { knownColumns } from "./entries-write";

/** Keeps the answer to one question beside what the files say, with who gave it; null withdraws it. */
export async function writeAnswer(
  t: BulkTenant,
  numbers: readonly EntryNumber[],
  question: AnswerName,
  answer: boolean | null,
  record: ChoiceRecord | null,
): Promise<void> {
  await queryOn(t)(
    `UPDATE entries SET updated_at = now(), answers = answers || jsonb_build_object($3::text, $4::jsonb,
       'answeredBy', (coalesce(answers -> 'answeredBy', '{}') - $3::text) || $5::jsonb)
     WHERE org_id = $1::uuid AND number = ANY ($2::text[])`,
    [
      ...[t.orgId, numbers, question, JSON.stringify(answer)],
      JSON.stringify(record === null ? {} : { [question]: record }),
    ],
  );
}

/** Keeps what a person settled, and what lists then know of the entry. */
export async function writeSettlements(t: BulkTenant, entry: Entry): Promise<void> {
  const { settledFacts, settledRows } = entry.answers;
  await queryOn(t)(
    `UPDATE entries SET updated_at = now(), answers = answers || $3::jsonb, importer_number = $4::text,
       entry_type = $5::text, entry_date = $6::date, liquidation_date = $7::date
     WHERE org_id = $1::uuid AND number = $2::text`,
    [t.orgId, entry.number, JSON.stringify({ settledFacts, settledRows }), ...knownColumns(entry)],
  );
}

/** Entries under the same protest: one answer holds for all of them. */
export async function entriesUnderProtest(
  t: BulkTenant,
  protestNumber: string,
): Promise<readonly EntryNumber[]> {
  const rows = await queryOn(t)<{ number: EntryNumber }>(
    `SELECT number FROM entries
     WHERE org_id = $1::uuid AND facts -> 'protestNumber' @> jsonb_build_array(jsonb_build_array($2::text))
     ORDER BY number`,
    [t.orgId, protestNumber],
  );
  return rows.map(({ number }) => number);
}

/**
 * What somebody answered about these protests, for entries that arrive under one of them later. Reads the answered
 * entries of the organization once: ask for a whole file, not for each entry.
 */
export async function protestAnswersOf(
  t: BulkTenant,
  protestNumbers: readonly string[],
): Promise<ReadonlyMap<string, ProtestAnswer>> {
  if (protestNumbers.length === 0) return new Map();
  const rows = await queryOn(t)<{ protest: string; only: boolean; record: ChoiceRecord | null }>(
    `SELECT DISTINCT ON (1) sighting ->> 0 AS protest, (e.answers ->> 'protestOnlyAboutIeepa')::boolean AS only,
            e.answers -> 'answeredBy' -> 'protestOnlyAboutIeepa' AS record
     FROM entries e CROSS JOIN LATERAL jsonb_array_elements(e.facts -> 'protestNumber') sighting
     WHERE e.org_id = $1::uuid AND e.answers ->> 'protestOnlyAboutIeepa' IS NOT NULL
       AND sighting ->> 0 = ANY ($2::text[])
     ORDER BY 1, e.answers -> 'answeredBy' -> 'protestOnlyAboutIeepa' ->> 'at' DESC NULLS LAST, e.number`,
    [t.orgId, protestNumbers],
  );
  return new Map(rows.map(({ protest, only, record }) => [protest, { onlyAboutIeepa: only, record }]));
}

/** The name of the person who acts, as it is written beside what he does. */
export async function actorName(t: BulkTenant): Promise<string> {
  const [row] = await queryOn(t)<{ name: string }>("SELECT name FROM users WHERE id = $1::uuid", [t.userId]);
  if (row === undefined) throw new Error(`There is no user ${t.userId}`);
  return row.name;
}
