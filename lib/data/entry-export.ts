import "server-only";

import { usd, type EntryNumber, type Lane, type MissingFact, type Reason } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** Why an entry stands in its lane: the reasons that asked for it, and what is missing where nothing could be said. */
export type DecidedBy = {
  readonly reasons: readonly Reason[];
  readonly missing: readonly MissingFact[];
};

/** What decided the lanes of some entries, by number. */
export async function decidedBy(
  t: Tenant,
  numbers: readonly EntryNumber[],
): Promise<ReadonlyMap<EntryNumber, DecidedBy>> {
  const rows = await queryOf(t)<{
    number: EntryNumber;
    lane: Lane;
    reasons: readonly StoredReason[] | null;
    missing: readonly MissingFact[];
  }>(
    `SELECT s.entry_number AS number, s.missing, (
       SELECT jsonb_agg(f.value -> 'reason' ORDER BY f.place) FROM jsonb_array_elements(s.findings)
         WITH ORDINALITY AS f (value, place) WHERE f.value ->> 'lane' = s.lane) AS reasons
     FROM screenings s WHERE s.org_id = ${ORG} AND s.entry_number = ANY ($2::text[])`,
    [t.orgId, numbers],
  );
  return new Map(
    rows.map(({ number, reasons, missing }) => [number, { reasons: (reasons ?? []).map(toReason), missing }]),
  );
}

/** As JSON holds it: amounts are text. */
type StoredReason = Reason | { readonly kind: "ieepa-duty-outside-window"; readonly paid: string | null };

/** The one reason with an amount that asks for a lane. */
function toReason(stored: StoredReason): Reason {
  if (stored.kind !== "ieepa-duty-outside-window" || typeof stored.paid !== "string") return stored as Reason;
  return { ...stored, paid: usd(stored.paid) } as Reason;
}
