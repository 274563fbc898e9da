import type {
  ImportPreviewProps,
  PreviewExampleText,
  PreviewGroupText,
} from "@/components/imports/import-preview";
import type {
  ImportPreview,
  PreviewExample,
  PreviewGroup,
  PreviewGroupKind,
} from "@/lib/data/import-preview";
import { toCents, usd, usdText, type SetAsideReason } from "@/lib/domain";
import { countOf } from "@/lib/wording/count";
import { FACT_NAMES } from "@/lib/wording/facts";
import { CHANGE_WORDS, SHOWN_AGAIN_WORDS } from "@/lib/wording/import-preview";
import { LANE_WORDS } from "@/lib/wording/lanes";
import { formatUsd } from "@/lib/wording/money";
import { SET_ASIDE_WORDS } from "@/lib/wording/set-aside";

import { toPreviewClaims } from "./preview-claims";

type PreviewTexts = Pick<ImportPreviewProps, "groups" | "claims" | "setAside" | "others" | "shownAgain">;

/** What adding a file changes, in words; groups without entries are left out. */
export function toPreviewTexts(preview: ImportPreview, base: string, fileName: string): PreviewTexts {
  const kinds = Object.keys(CHANGE_WORDS) as PreviewGroupKind[];
  return {
    groups: kinds
      .filter((kind) => preview.groups[kind].entries > 0)
      .map((kind) => toGroup(kind, preview.groups[kind], base)),
    claims: toPreviewClaims(preview.claims, base),
    setAside: preview.setAside.map(({ reason, rows, examples }) => ({
      what: reasonCount(reason, rows),
      examples: examples.map(
        ({ row, number }) => `${fileName}, row ${String(row)}${number ? `, ${number}` : ""}`,
      ),
    })),
    others: [...moneySentences(preview.money), ...rowsOfOthers(preview)],
    shownAgain: preview.shownAgain ? SHOWN_AGAIN_WORDS[preview.shownAgain] : null,
  };
}

const reasonCount = (reason: SetAsideReason, rows: number): string =>
  countOf(rows, SET_ASIDE_WORDS[reason].one, SET_ASIDE_WORDS[reason].many);

/** What the file says of money; where it says none, nothing. */
const moneySentences = (money: ImportPreview["money"]): readonly string[] =>
  MONEY_WORDS.flatMap(({ kind, one, many }) => {
    const { rows = 0, amount = "0" } = money?.[kind] ?? {};
    return rows === 0
      ? []
      : [`${countOf(rows, one, many)} of ${formatUsd(usdText(usd(amount)))} USD in all, to be reconciled`];
  });

const MONEY_WORDS = [
  { kind: "refund", one: "refund of an entry", many: "refunds of entries" },
  { kind: "payment", one: "payment of refunds", many: "payments of refunds" },
  { kind: "bank-line", one: "credit of the bank", many: "credits of the bank" },
] as const;

function rowsOfOthers({ othersSetAside, othersRestored }: ImportPreview): readonly string[] {
  return [
    ...(othersSetAside === 0
      ? []
      : [`${countOf(othersSetAside, "row", "rows")} of earlier files are set aside for rows of this one`]),
    ...(othersRestored === 0
      ? []
      : [`${countOf(othersRestored, "row", "rows")} of earlier files come back into use`]),
  ];
}

const amount = (text: string): string => formatUsd(usdText(toCents(usd(text))));
const amountOrRange = (text: string | null): string => (text === null ? "a range" : amount(text));

function toGroup(kind: PreviewGroupKind, group: PreviewGroup, base: string): PreviewGroupText {
  const { name, tone, meaning } = CHANGE_WORDS[kind];
  const what = [
    ...(group.linesAdded > 0 ? [`${countOf(group.linesAdded, "line", "lines")} added`] : []),
    ...(group.linesCompleted > 0
      ? [`${countOf(group.linesCompleted, "line", "lines")} with more cells`]
      : []),
    ...(group.factsAdded > 0 ? [`${countOf(group.factsAdded, "fact", "facts")} added`] : []),
    ...(group.lanesMoved > 0 ? [`${countOf(group.lanesMoved, "lane", "lanes")} moved`] : []),
    ...(group.refundsMoved > 0 ? [`${countOf(group.refundsMoved, "refund", "refunds")} moved`] : []),
    ...(group.ranges > 0 ? [`${countOf(group.ranges, "refund", "refunds")} known as a range only`] : []),
  ];
  return {
    ...{ kind, name, tone, meaning, what },
    entries: group.entries,
    before: kind === "new" ? null : amount(group.refundableBefore),
    after: amount(group.refundableAfter),
    examples: group.examples.map((example) => toExample(example, base)),
  };
}

function toExample(example: PreviewExample, base: string): PreviewExampleText {
  const { number, laneBefore, laneAfter, refundableBefore, refundableAfter } = example;
  const lanes = [laneBefore, laneAfter].flatMap((lane) => (lane === null ? [] : LANE_WORDS[lane].name));
  const facts = example.facts.map(({ fact, before, added }) => {
    const values = added.join(", ");
    return before.length === 0
      ? `${FACT_NAMES[fact]}: ${values}`
      : `${FACT_NAMES[fact]}: ${before.join(", ")} in the books, ${values} in the file`;
  });
  return {
    number,
    href: laneBefore === null ? null : `${base}/entries/${number}`,
    lane: [...new Set(lanes)].join(" → "),
    before: laneBefore === null ? null : amountOrRange(refundableBefore),
    after: amountOrRange(refundableAfter),
    what: [
      ...(example.linesAdded > 0 ? [`${countOf(example.linesAdded, "line", "lines")} added`] : []),
      ...(example.linesCompleted > 0
        ? [`${countOf(example.linesCompleted, "line", "lines")} with more cells`]
        : []),
      ...(example.rowsInConflict > 0
        ? [`${countOf(example.rowsInConflict, "tariff row", "tariff rows")} in conflict`]
        : []),
      ...facts,
    ],
  };
}
