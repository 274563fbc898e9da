import "server-only";

import {
  CAPE_LANES,
  day,
  TERMS_UNTIL_SAID,
  usd,
  type AwaitedGroup,
  type Day,
  type FileableGroup,
  type RateClass,
} from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** Groups, and how many entries are left out because only a range of their money is known. */
type Groups<Group> = { readonly groups: readonly Group[]; readonly ranges: number };

const FIGURES = `s.interest_from::text AS deposited_on, i.rate_class::text AS rate_class,
  (count(*) FILTER (WHERE s.refundable > 0))::text AS entries,
  coalesce(sum(s.refundable) FILTER (WHERE s.refundable > 0), 0)::text AS principal,
  (count(*) FILTER (WHERE s.refundable IS NULL))::text AS ranges`;

const WITH_TERMS = `
  JOIN entries e ON e.org_id = s.org_id AND e.number = s.entry_number AND e.org_id = ${ORG}
  LEFT JOIN importers i ON i.org_id = e.org_id AND i.number = e.importer_number AND i.org_id = ${ORG}`;

/** Accepted entries whose refund has not come, by our own claims. */
export async function awaitedGroups(t: Tenant): Promise<Groups<AwaitedGroup>> {
  const rows = await queryOf(t)<GroupRow & { accepted_on: string }>(
    `SELECT c.counted_from::text AS accepted_on, ${FIGURES}
     FROM entry_clocks c JOIN screenings s ON s.org_id = c.org_id AND s.entry_number = c.entry_number ${WITH_TERMS}
     WHERE c.org_id = ${ORG} AND s.org_id = ${ORG} AND c.kind = 'acceptance-to-refund'
     GROUP BY c.counted_from, s.interest_from, i.rate_class`,
    [t.orgId],
  );
  return together(rows, (row) => ({ ...toGroup(row), acceptedOn: day(row.accepted_on), assumed: false }));
}

/** Entries on filed declarations that CBP has not accepted yet, as if it did on the as-of day. */
export async function unansweredGroups(t: Tenant, asOf: Day): Promise<Groups<AwaitedGroup>> {
  const rows = await queryOf(t)<GroupRow>(
    `SELECT ${FIGURES}
     FROM declaration_entries l
     JOIN declarations d ON d.org_id = l.org_id AND d.id = l.declaration_id AND d.state = 'filed'
     JOIN screenings s ON s.org_id = l.org_id AND s.entry_number = l.entry_number ${WITH_TERMS}
     WHERE l.org_id = ${ORG} AND s.org_id = ${ORG} AND l.live AND s.lane <> 'already-claimed'
     GROUP BY s.interest_from, i.rate_class`,
    [t.orgId],
  );
  return together(rows, (row) => ({ ...toGroup(row), acceptedOn: asOf, assumed: true }));
}

/** Entries that CAPE takes and that stand on no filed declaration. */
export async function fileableGroups(t: Tenant): Promise<Groups<FileableGroup>> {
  const rows = await queryOf(t)<GroupRow & { last_day: string | null }>(
    `SELECT c.last_day::text, ${FIGURES}
     FROM screenings s ${WITH_TERMS}
     LEFT JOIN clock_sets c ON c.org_id = s.org_id AND c.set_id = s.clocks AND c.kind = 'cape-window' AND c.runs
       AND c.org_id = ${ORG}
     WHERE s.org_id = ${ORG} AND s.lane = ANY ($2::text[])
       AND NOT EXISTS (
         SELECT FROM declaration_entries l
         JOIN declarations d ON d.org_id = l.org_id AND d.id = l.declaration_id AND d.state = 'filed'
         WHERE l.org_id = ${ORG} AND l.entry_number = s.entry_number AND l.live)
     GROUP BY c.last_day, s.interest_from, i.rate_class`,
    [t.orgId, CAPE_LANES],
  );
  return together(rows, (row) => ({
    ...toGroup(row),
    lastDay: row.last_day === null ? null : day(row.last_day),
  }));
}

type GroupRow = {
  readonly deposited_on: string | null;
  readonly rate_class: RateClass | null;
  readonly entries: string;
  readonly principal: string;
  readonly ranges: string;
};

const toGroup = (row: GroupRow) => ({
  entries: Number(row.entries),
  principal: usd(row.principal),
  depositedOn: row.deposited_on === null ? null : day(row.deposited_on),
  rateClass: row.rate_class ?? TERMS_UNTIL_SAID.rateClass,
});

const together = <Row extends GroupRow, Group extends { readonly entries: number }>(
  rows: readonly Row[],
  toWhole: (row: Row) => Group,
): Groups<Group> => ({
  groups: rows.map(toWhole).filter(({ entries }) => entries > 0),
  ranges: rows.reduce((count, { ranges }) => count + Number(ranges), 0),
});
