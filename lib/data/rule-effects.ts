import "server-only";

import {
  day,
  usd,
  type Day,
  type EntryNumber,
  type Lane,
  type RuleEffect,
  type RuleEffectTotal,
  type Usd,
} from "@/lib/domain";

import { insertByCopy } from "./bulk";
import type { BulkTenant } from "./bulk-tenant";
import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** What a change of the rules did to one entry, on its way into the table. */
export type EffectOnEntry = {
  readonly number: EntryNumber;
  readonly effect: RuleEffect;
};

const COLUMNS = [
  ...["org_id", "effective_on", "rules_version", "entry_number", "lane_before", "lane_after"],
  ...["refundable_before", "refundable_after", "as_of"],
];

/** Notes each effect once: an entry that is screened again under the same rule has felt it already. */
export async function writeRuleEffects(
  { client, orgId }: BulkTenant,
  effects: readonly EffectOnEntry[],
  asOf: Day,
): Promise<void> {
  if (effects.length === 0) return;
  await insertByCopy(
    client,
    "rule_effects",
    COLUMNS,
    effects.map(({ number, effect }) => [
      ...[orgId, effect.effectiveOn, effect.rulesVersion, number, effect.laneBefore, effect.laneAfter],
      ...[effect.refundableBefore?.toFixed() ?? null, effect.refundableAfter?.toFixed() ?? null, asOf],
    ]),
    "ON CONFLICT DO NOTHING",
  );
}

/**
 * What every change of the rules did to the organization's entries, newest first. The sums are those of
 * `ruleEffectTotals`, made where the rows are.
 * @param recordedAfter - only what moved since; by default everything
 */
export async function ruleMoves(
  t: Tenant,
  recordedAfter: Date = LONG_AGO,
): Promise<readonly RuleEffectTotal[]> {
  const rows = await queryOf(t)<MoveRow>(
    `SELECT effective_on::text, rules_version, lane_before, lane_after, count(*)::text AS entries,
            coalesce(sum(refundable_after) FILTER (WHERE refundable_after > 0), 0)::text AS refundable,
            (count(*) FILTER (WHERE refundable_after IS NULL))::text AS ranges
     FROM rule_effects WHERE org_id = $1::uuid AND recorded_at > $2::timestamptz
     GROUP BY effective_on, rules_version, lane_before, lane_after
     ORDER BY effective_on DESC, rules_version DESC, count(*) DESC, lane_before, lane_after`,
    [t.orgId, recordedAfter],
  );
  return rows.map((row) => ({
    effectiveOn: day(row.effective_on),
    rulesVersion: row.rules_version,
    laneBefore: row.lane_before,
    laneAfter: row.lane_after,
    entries: Number(row.entries),
    refundable: usd(row.refundable),
    ranges: Number(row.ranges),
  }));
}

const LONG_AGO = new Date(0);

type MoveRow = {
  readonly effective_on: string;
  readonly rules_version: string;
  readonly lane_before: Lane;
  readonly lane_after: Lane;
  readonly entries: string;
  readonly refundable: string;
  readonly ranges: string;
};

/** A change of the rules, and from which lane to which it moved entries. */
export type RuleMove = Pick<RuleEffectTotal, "effectiveOn" | "rulesVersion" | "laneBefore" | "laneAfter">;

export type MovedEntry = {
  readonly number: EntryNumber;
  /** Where the entry stands now; a later fact or rule may have moved it on. */
  readonly laneNow: Lane;
  readonly refundableBefore: Usd | null;
  readonly refundableAfter: Usd | null;
  /** The day of the screening that met the new rule first. */
  readonly asOf: Day;
};

/** Where a page begins: behind an entry, before one (paging back), or at the start. */
export type MovedAnchor = { readonly side: "after" | "before"; readonly number: EntryNumber } | null;

/** The entries that one change moved, by number, a page at a time. */
export async function movedEntries(
  t: Tenant,
  { effectiveOn, rulesVersion, laneBefore, laneAfter }: RuleMove,
  anchor: MovedAnchor,
  limit: number,
): Promise<readonly MovedEntry[]> {
  const [comparison, direction] = anchor?.side === "before" ? ["<", "DESC"] : [">", "ASC"];
  const rows = await queryOf(t)<EntryRow>(
    `SELECT m.entry_number, s.lane, m.refundable_before::text, m.refundable_after::text, m.as_of::text
     FROM rule_effects m JOIN screenings s ON s.org_id = m.org_id AND s.entry_number = m.entry_number
     WHERE m.org_id = ${ORG} AND s.org_id = ${ORG} AND m.effective_on = $2::date AND m.rules_version = $3::text
       AND m.lane_before = $4::text AND m.lane_after = $5::text AND m.entry_number ${comparison} $6::text
     ORDER BY m.entry_number ${direction} LIMIT $7::int`,
    [t.orgId, effectiveOn, rulesVersion, laneBefore, laneAfter, anchor?.number ?? "", limit],
  );
  const moved = rows.map((row) => ({
    number: row.entry_number,
    laneNow: row.lane,
    refundableBefore: usdOrNull(row.refundable_before),
    refundableAfter: usdOrNull(row.refundable_after),
    asOf: day(row.as_of),
  }));
  return anchor?.side === "before" ? moved.toReversed() : moved;
}

type EntryRow = {
  readonly entry_number: EntryNumber;
  readonly lane: Lane;
  readonly refundable_before: string | null;
  readonly refundable_after: string | null;
  readonly as_of: string;
};

const usdOrNull = (text: string | null): Usd | null => (text === null ? null : usd(text));
