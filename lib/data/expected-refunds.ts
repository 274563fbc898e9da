import "server-only";

import {
  TERMS_UNTIL_SAID,
  usd,
  type Day,
  type DepositBasis,
  type EntryNumber,
  type ExpectedRefund,
  type RateClass,
} from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** What the books say is due, apart from what became of the filing. */
export type Due = Omit<ExpectedRefund, "standing" | "filedOn">;

type Row = {
  readonly number: EntryNumber;
  readonly importerNumber: string | null;
  readonly principal: string | null;
  readonly depositedOn: Day | null;
  readonly depositBasis: DepositBasis | null;
  readonly rateClass: RateClass | null;
  readonly monthly: boolean | null;
  readonly entryDate: Day | null;
  readonly liquidatedOn: Day | null;
};

type FrozenRow = Pick<Row, "number" | "principal" | "depositedOn" | "depositBasis" | "rateClass" | "monthly">;

const CURRENT = `
  SELECT n.number, e.importer_number AS "importerNumber", s.refundable::text AS principal,
         s.interest_from::text AS "depositedOn", s.interest_basis AS "depositBasis", i.rate_class::text AS "rateClass",
         i.pays_monthly AS monthly, e.entry_date::text AS "entryDate", e.liquidation_date::text AS "liquidatedOn"
  FROM (SELECT entry_number AS number FROM claim_rows WHERE org_id = ${ORG}
        UNION SELECT entry_number FROM refund_rows WHERE org_id = ${ORG}
        UNION SELECT d.entry_number FROM declaration_entries d
          JOIN claims c ON c.org_id = d.org_id AND c.declaration_id = d.declaration_id WHERE d.org_id = ${ORG}) n
  JOIN entries e ON e.org_id = ${ORG} AND e.number = n.number
  JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
  LEFT JOIN importers i ON i.org_id = e.org_id AND i.number = e.importer_number
  ORDER BY 1`;

// The snapshot is JSON of many megabytes; Postgres takes out the few figures of each entry that count here.
const FROZEN = `
  SELECT f.number, f.refundable AS principal, f."interestFrom" AS "depositedOn", f."interestBasis" AS "depositBasis",
         d.snapshot -> 'terms' ->> 'rateClass' AS "rateClass", (d.snapshot -> 'terms' ->> 'paysMonthly')::boolean AS monthly
  FROM declarations d
  JOIN claims c ON c.org_id = d.org_id AND c.declaration_id = d.id
  CROSS JOIN LATERAL (
    SELECT e -> 'facts' ->> 'number' AS number, e ->> 'refundable' AS refundable, e ->> 'interestFrom' AS "interestFrom",
           e ->> 'interestBasis' AS "interestBasis"
    FROM jsonb_array_elements(d.snapshot -> 'entries') e) f
  WHERE d.org_id = ${ORG} AND d.snapshot IS NOT NULL ORDER BY d.frozen_at, d.id`;

/**
 * What is due on every entry that was filed or refunded: as it was frozen with its last declaration, because that is what
 * was asked for; else as it is screened now. Entries that no file shows are absent.
 */
export async function duesOf(t: Tenant): Promise<readonly Due[]> {
  const query = queryOf(t);
  const frozen = new Map((await query<FrozenRow>(FROZEN, [t.orgId])).map((row) => [row.number, row]));
  return (await query<Row>(CURRENT, [t.orgId])).map((current) => {
    const declared = frozen.get(current.number);
    const { principal, rateClass, monthly, ...rest } = { ...current, ...declared };
    return {
      ...rest,
      basis: declared === undefined ? "screening" : "declaration",
      principal: principal === null ? null : usd(principal),
      rateClass: rateClass ?? TERMS_UNTIL_SAID.rateClass,
      monthly: monthly ?? TERMS_UNTIL_SAID.paysMonthly,
    };
  });
}
