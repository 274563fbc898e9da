import "server-only";

import { createHash } from "node:crypto";

import { openClocksOf, type Lane, type Screening } from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import { queryOn, type BulkTenant } from "./bulk-tenant";

/**
 * The clocks of an entry as its lane leaves them, stored once for all verdicts that share them. Which of them take something
 * away is in the set; what they take is the verdict's own, and the view `entry_clocks` puts both together.
 */
type ClockSet = {
  /** Null where no clock ever started. */
  readonly id: string | null;
  readonly cells: readonly (readonly Cell[])[];
};

export const CLOCK_SET_COLUMNS = [
  ...["org_id", "set_id", "kind", "last_day", "runs", "takes_away"],
  ...["counted_from", "estimated", "disputed"],
];

/** Equal sets have one id, so what is there already is the same. */
export const SAME_SETS_STAY = "ON CONFLICT (org_id, set_id, kind) DO NOTHING";

/** The domain hands the same clocks to entries with the same dates, so that they are made a set of once. */
const known = new WeakMap<Screening["clocks"], Map<Lane, ClockSet>>();

function clockSetOf(screening: Screening): ClockSet {
  const { clocks, lane } = screening;
  const inLanes = known.get(clocks) ?? new Map<Lane, ClockSet>();
  known.set(clocks, inLanes);
  const set = inLanes.get(lane) ?? toClockSet(screening);
  inLanes.set(lane, set);
  return set;
}

function toClockSet(screening: Screening): ClockSet {
  const open = new Map(openClocksOf(screening).map((clock) => [clock.kind, clock]));
  const cells = screening.clocks.map(({ kind, lastDay }) => {
    const clock = open.get(kind);
    if (clock === undefined) return [kind, lastDay, "false", "false", null, null, null];
    const { takesAway, from, estimated, disputed } = clock;
    return [kind, lastDay, "true", String(takesAway), from, String(estimated), String(disputed)];
  });
  return { id: cells.length === 0 ? null : idOf(cells), cells };
}

/** The first 16 bytes of the SHA-256 of the set, as a UUID is written: equal sets are the same rows. */
const idOf = (cells: ClockSet["cells"]): string =>
  createHash("sha256").update(JSON.stringify(cells)).digest("hex").slice(0, 32);

/** By what a verdict names the set of its clocks. */
export const clockSetIdOf = (screening: Screening): string | null => clockSetOf(screening).id;

/** The sets of verdicts that are on their way into the table, each once. */
export class ClockSets {
  readonly #written = new Set<string>();

  /** @returns no row where the set came by before */
  rowsOf(orgId: string, screening: Screening): readonly (readonly Cell[])[] {
    const { id, cells } = clockSetOf(screening);
    if (id === null || this.#written.has(id)) return [];
    this.#written.add(id);
    return cells.map((clock) => [orgId, id, ...clock]);
  }
}

/** Stores the sets of these verdicts, in the transaction that stores the verdicts. */
export async function writeClockSets(
  { client, orgId }: BulkTenant,
  screenings: readonly Screening[],
): Promise<void> {
  const sets = new ClockSets();
  const rows = screenings.flatMap((screening) => sets.rowsOf(orgId, screening));
  await insertByCopy(client, "clock_sets", CLOCK_SET_COLUMNS, rows, SAME_SETS_STAY);
}

/** Clears the sets that no verdict names any more, while nobody else writes one: see `holdBooks`. */
export async function clearUnnamedClockSets(t: BulkTenant): Promise<void> {
  await queryOn(t)(
    `DELETE FROM clock_sets c WHERE c.org_id = $1::uuid
     AND NOT EXISTS (SELECT FROM screenings s WHERE s.org_id = $1::uuid AND s.clocks = c.set_id)`,
    [t.orgId],
  );
}
