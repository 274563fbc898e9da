import type { SetAsideGroup } from "@/components/imports/accounting-line";
import type { ImportRow } from "@/components/imports/imports-table";
import type { ProblemGroup as ProblemGroupText } from "@/components/imports/problems-list";
import type { SetAsideRow as SetAsideRowText } from "@/components/imports/set-aside-table";
import type { ImportState, SetAsideRow, StoredImport } from "@/lib/data/imports";
import type { ProblemGroup, ReportKind, SetAsideReason } from "@/lib/domain";
import { describeProblem } from "@/lib/wording/problems";
import { REPORT_NAMES } from "@/lib/wording/reports";
import { SET_ASIDE_WORDS } from "@/lib/wording/set-aside";

const STATES = {
  stored: "waiting",
  reading: "running",
  committed: "done",
  refused: "failed",
  needs_mapping: "needs-mapping",
  previewed: "previewed",
  adding: "adding",
  cancelled: "cancelled",
  undone: "undone",
} as const satisfies Record<ImportState, ImportRow["state"]>;

export const reportName = ({ reportType }: StoredImport): string | null =>
  reportType === null ? null : REPORT_NAMES[reportType as ReportKind];

export const toImportRow = (
  each: StoredImport,
  base: string,
  names: ReadonlyMap<string, string>,
): ImportRow => ({
  id: each.id,
  href: `${base}/imports/${each.id}`,
  fileName: each.fileName,
  bytes: each.byteSize,
  report: reportName(each),
  state: STATES[each.state],
  read: each.rowsRead,
  used: each.rowsUsed,
  setAside: each.rowsSetAside,
  entries: each.entryCount,
  importedAt: each.createdAt.toISOString(),
  importedBy: names.get(each.createdBy) ?? "a former member",
});

export function toSetAsideGroups({ setAsideByReason }: StoredImport): readonly SetAsideGroup[] {
  const counts = Object.entries(setAsideByReason) as [SetAsideReason, number][];
  return counts
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ ...SET_ASIDE_WORDS[reason], count }));
}

export function toSetAsideRow(row: SetAsideRow, fileName: string): SetAsideRowText {
  const { one, remedy } = SET_ASIDE_WORDS[row.reason];
  const [problem] = row.problems;
  const words = problem && describeProblem(problem, fileName);
  return {
    line: row.fileRow,
    reason: words ? `${words.what}. ${words.why}` : one,
    entryNumberFound: words?.found ?? row.entryNumber,
    remedy: words?.how ?? remedy,
  };
}

export function toProblemGroup(group: ProblemGroup, fileName: string): ProblemGroupText | null {
  const [first] = group.examples;
  if (!first) return null;
  const { what, why, how } = describeProblem(first, fileName);
  const examples = group.examples
    .slice(0, EXAMPLES_SHOWN_MAX)
    .map((problem) => describeProblem(problem, fileName));
  return {
    kind: `${group.kind} ${group.column ?? ""}`,
    ...{ what, why, how },
    count: group.count,
    duty: null,
    blocking: group.kind.startsWith("entry-number"),
    examples: examples.map(({ where, found }) => ({ where, found })),
  };
}

const EXAMPLES_SHOWN_MAX = 3;
