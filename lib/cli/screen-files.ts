import {
  type AssembledFile,
  type ClaimRow,
  combineFiles,
  type Day,
  type Entry,
  type EntryNumber,
  interestTableOf,
  learnColumn1Rates,
  type RateClass,
  rememberingRoles,
  type RowAccounting,
  rulesOn,
  screenEntry,
  setAsideCount,
  type SetAsideReason,
  sumUsd,
  type Usd,
} from "@/lib/domain";

import { toReportedEntry, totalsOf } from "./report-entries";
import type { ScreenReport } from "./screen-report";

/** What a screening of files rests on; the name of each file stands for its source. */
export type FilesToScreen = {
  readonly files: ReadonlyMap<string, AssembledFile>;
  readonly claims: readonly ClaimRow[];
  /** From `readAsOf`. */
  readonly asOf: Day;
  readonly rateClass: RateClass;
};

export type ScreenedFiles = {
  readonly report: ScreenReport;
  /** Rows set aside, by reason, after the files were compared with each other. */
  readonly setAside: Readonly<Partial<Record<SetAsideReason, number>>>;
  /** IEEPA duty on rows that belong to no entry, USD, exact. */
  readonly moneyNotScreened: Usd;
  /** Entries that only the claims name. */
  readonly onlyClaimed: number;
};

/** Screens what several files together show, entry by entry. The order of files and claims has no meaning. */
export function screenFiles({ files, claims, asOf, rateClass }: FilesToScreen): ScreenedFiles {
  const combined = combineFiles(files);
  const claimed = byEntry(claims);
  const entries = [...combined.entries.values()].map((entry) => withClaims(entry, claimed)).sort(byNumber);
  const rules = rulesOn(asOf);
  const context = {
    asOf,
    rateClass,
    rules,
    column1: learnColumn1Rates(entries),
    interestTable: interestTableOf(rules),
    roles: rememberingRoles(),
  };
  const screenings = entries.map((entry) => [entry.number, screenEntry(entry, context)] as const);
  const accountings = [...combined.accountings.values()];
  return {
    report: {
      rulesVersion: rules.version,
      asOf,
      rows: rowsOf(accountings),
      entries: screenings.map(([number, screening]) => toReportedEntry(number, screening)),
      totals: totalsOf(screenings.map(([, screening]) => screening)),
    },
    setAside: setAsideByReason(accountings),
    moneyNotScreened: sumUsd(accountings.map(({ moneyNotScreened }) => moneyNotScreened)),
    onlyClaimed: [...claimed.keys()].filter((number) => !combined.entries.has(number)).length,
  };
}

function byEntry(claims: readonly ClaimRow[]): ReadonlyMap<EntryNumber, readonly ClaimRow[]> {
  const groups = new Map<EntryNumber, ClaimRow[]>();
  for (const claim of claims) groups.set(claim.number, [...(groups.get(claim.number) ?? []), claim]);
  return groups;
}

const withClaims = (entry: Entry, claimed: ReadonlyMap<EntryNumber, readonly ClaimRow[]>): Entry => ({
  ...entry,
  claims: claimed.get(entry.number) ?? [],
});

/** Entry numbers are ASCII, where the order of code units is the order of code points. */
const byNumber = (a: Entry, b: Entry): number => (a.number < b.number ? -1 : 1);

const rowsOf = (accountings: readonly RowAccounting[]): ScreenReport["rows"] => ({
  read: total(accountings.map(({ read }) => read)),
  used: total(accountings.map(({ used }) => used)),
  setAside: total(accountings.map(setAsideCount)),
});

function setAsideByReason(accountings: readonly RowAccounting[]): ScreenedFiles["setAside"] {
  const counts: Partial<Record<SetAsideReason, number>> = {};
  for (const { setAside } of accountings)
    for (const [reason, count] of Object.entries(setAside) as [SetAsideReason, number][])
      counts[reason] = (counts[reason] ?? 0) + count;
  return counts;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
