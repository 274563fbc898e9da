import "server-only";

import { nextDeadline, type EntryNumber, type Screening } from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import type { BulkTenant } from "./bulk-tenant";

/** A verdict on its way into the table. */
export type ScreenedEntry = {
  readonly number: EntryNumber;
  readonly screening: Screening;
};

const COLUMNS = [
  ...["org_id", "entry_number", "lane", "findings", "missing", "clocks"],
  ...["ieepa_duty", "refundable", "refundable_min", "refundable_max"],
  ...["interest", "interest_from", "interest_to", "interest_basis"],
  ...["next_deadline", "deadline_kind", "rules_version", "as_of"],
];

const OVERWRITE = COLUMNS.slice(2)
  .map((column) => `${column} = excluded.${column}`)
  .join(", ");

/** Writes the current verdicts; an older one of the same entry is overwritten. */
export async function writeScreenings(
  { client, orgId }: BulkTenant,
  screened: readonly ScreenedEntry[],
): Promise<void> {
  await insertByCopy(
    client,
    "screenings",
    COLUMNS,
    screened.map((entry) => cellsOf(orgId, entry)),
    `ON CONFLICT (org_id, entry_number) DO UPDATE SET ${OVERWRITE}`,
  );
}

function cellsOf(orgId: string, { number, screening }: ScreenedEntry): readonly Cell[] {
  const { lane, findings, missing, clocks, refund, interest } = screening;
  const deadline = nextDeadline(screening);
  return [
    ...[orgId, number, lane, JSON.stringify(findings), JSON.stringify(missing), JSON.stringify(clocks)],
    ...[
      screening.ieepaPaid.min.toFixed(),
      refund.certain?.toFixed() ?? null,
      refund.min.toFixed(),
      refund.max?.toFixed() ?? null,
    ],
    ...[
      interest?.amount.toFixed() ?? null,
      interest?.from ?? null,
      interest?.to ?? null,
      interest?.basis ?? null,
    ],
    ...[deadline?.lastDay ?? null, deadline?.kind ?? null, screening.rulesVersion, screening.asOf],
  ];
}
