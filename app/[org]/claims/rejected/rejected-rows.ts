import type { RejectedGroupText } from "@/components/claims/rejected-groups";
import type { RejectedTableRow } from "@/components/claims/rejected-rows-table";
import {
  certainTotal,
  daysBetween,
  formatEntryNumber,
  toCents,
  usdText,
  type Day,
  type RefileAdvice,
} from "@/lib/domain";
import type { RejectedGroupView, RejectedView } from "@/lib/usecases/rejected-entries";
import { OWNER_WORDS } from "@/lib/wording/claims";
import { formatDaysAway } from "@/lib/wording/day";
import { LANE_WORDS } from "@/lib/wording/lanes";
import { formatUsd } from "@/lib/wording/money";
import {
  MESSAGE_CONFIDENCE_WORDS,
  REFILE_ADVICE_SENTENCES,
  REFILE_ADVICE_WORDS,
  REFILE_OBSTACLE_WORDS,
} from "@/lib/wording/rejected";

import { claimHref } from "../claim-rows";

const ROWS_SHOWN_MAX = 200;

/** What a page of rejected rows is written with. */
type Writing = {
  readonly base: string;
  readonly asOf: Day;
  /** Names of members by id. */
  readonly people: ReadonlyMap<string, string>;
};

/** Groups by what can be done, the most promising first, then by dollars. */
export function toRejectedGroups(
  groups: readonly RejectedGroupView[],
  writing: Writing,
): readonly RejectedGroupText[] {
  const order = Object.keys(REFILE_ADVICE_WORDS);
  const placeOf = ({ rows }: RejectedGroupView): number =>
    Math.min(...rows.map(({ advice }) => order.indexOf(advice.kind)));
  return groups
    .toSorted((a, b) => placeOf(a) - placeOf(b) || refundableOf(b.rows).comparedTo(refundableOf(a.rows)))
    .map((group) => toGroup(group, writing));
}

/** Sum of the refunds that are certain, USD, exact. */
export const refundableOf = (rows: readonly RejectedView[]) =>
  certainTotal(rows.map(({ entry }) => entry?.refundable ?? null));

function toGroup(
  { key, message, meaning, rows, note }: RejectedGroupView,
  writing: Writing,
): RejectedGroupText {
  const kinds = [...new Set(rows.map(({ advice }) => advice.kind))];
  return {
    ...{ key, message, count: rows.length },
    advice: kinds.map((kind) => REFILE_ADVICE_WORDS[kind]),
    sentences: kinds.map((kind) => REFILE_ADVICE_SENTENCES[kind]),
    meaning: meaning && {
      ...{ meaning: meaning.meaning, remedy: meaning.remedy, owner: OWNER_WORDS[meaning.owner] },
      source: `${meaning.source.law}, ${meaning.source.published} (${MESSAGE_CONFIDENCE_WORDS[meaning.confidence]})`,
    },
    note: note && {
      text: note.note,
      by: `${writing.people.get(note.notedBy) ?? "a former member"}, ${note.notedAt.toISOString().slice(0, 10)}`,
    },
    refundable: formatUsd(usdText(toCents(refundableOf(rows)))),
    refilable: rows.filter(({ obstacle }) => obstacle === null).length,
    rows: rows.slice(0, ROWS_SHOWN_MAX).map((row) => toRow(row, writing)),
  };
}

function toRow(row: RejectedView, { base, asOf }: Writing): RejectedTableRow {
  const { number, claim, filedBy, entry, obstacle } = row;
  const isElsewhere = obstacle === "declared-again" ? entry?.declaration : null;
  return {
    number: formatEntryNumber(number),
    value: number,
    href: entry === null ? null : `${base}/entries/${number}`,
    importer: entry?.importerName ?? "",
    claim: { name: claim.claimNumber ?? "no number", href: claimHref(claim, base) },
    filedBy: filedBy === null ? null : `filed ${claim.id === null ? "by " : ""}${filedBy}`,
    state: stateOf(row),
    declaration: isElsewhere
      ? { name: isElsewhere.fileName, href: `${base}/declarations/${isElsewhere.id}` }
      : null,
    lane: entry === null ? null : LANE_WORDS[entry.lane].name,
    window: entry === null ? null : windowText(entry.windowEnds, asOf),
    refundable: entry?.refundable ? formatUsd(usdText(toCents(entry.refundable))) : null,
    mayBeTicked: obstacle === null,
  };
}

/** Also a column of the CSV. */
export const stateOf = ({ advice, obstacle }: RejectedView): string =>
  obstacle !== null && obstacle !== "nothing-to-refile"
    ? REFILE_OBSTACLE_WORDS[obstacle]
    : adviceText(advice);

const adviceText = (advice: RefileAdvice): string =>
  advice.kind === "again-since"
    ? `${REFILE_ADVICE_WORDS["again-since"].name} since ${advice.since}`
    : REFILE_ADVICE_WORDS[advice.kind].name;

function windowText(lastDay: Day | null, asOf: Day): string | null {
  if (lastDay === null) return null;
  const left = daysBetween(asOf, lastDay);
  return left < 0 ? `closed on ${lastDay}` : `last day ${lastDay}, ${formatDaysAway(left)}`;
}
