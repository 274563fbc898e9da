import type { AnswerText } from "@/components/ask/answer-list";
import type { UnderstoodText } from "@/components/ask/understood-list";
import type { FoundPassage, PageAnswer } from "@/lib/ask/search";
import type { Understood } from "@/lib/ask/understand";
import { describeUnlisted, REFUND_MEANING_WORDS } from "@/lib/wording/ask";
import { describeDays, describeOrigins } from "@/lib/wording/chapter-99";

export const toAnswerText = ({ page, title, passages }: PageAnswer): AnswerText => ({
  href: page,
  title,
  passages: passages.map(toPassageText),
});

export const toPassageText = ({ passage, quoted }: FoundPassage): AnswerText["passages"][number] => ({
  href: passage.href,
  heading: passage.heading,
  quoted,
  law: passage.law,
  confidence: passage.confidence,
});

export function toUnderstoodText(item: Understood): UnderstoodText {
  switch (item.kind) {
    case "entry-number":
      return entryNumberText(item);
    case "damaged-entry-number":
      return {
        kind: "verdict",
        tone: "caution",
        title: `${item.found}: ${String(item.found.length)} digits, an entry number has 11 characters`,
        text:
          item.proposals.length === 0
            ? "No reading with leading zeros has a check digit that fits. Compare it with the entry summary."
            : `It may have lost characters in a spreadsheet. Readings whose check digit fits: ${item.proposals.join(" or ")}. Compare with the entry summary before you use one.`,
      };
    case "chapter-99":
      return {
        kind: "code",
        code: item.code,
        href: `/library/chapter-99/${item.code}`,
        rows: item.rows.map((row) => ({
          program: row.program,
          rate: row.ratePercent === null ? "not read" : `${row.ratePercent} %`,
          days: describeDays(row),
          origins: describeOrigins(row.origins),
          meaning: REFUND_MEANING_WORDS[row.meaning],
          source: row.source,
        })),
      };
    case "unlisted-chapter-99":
      return { kind: "verdict", tone: "caution", title: item.code, text: describeUnlisted(item.authority) };
    case "commodity-number":
      return {
        kind: "verdict",
        tone: "caution",
        title: `${item.number} is a commodity number`,
        text: "Its duty is ordinary duty and stays. IEEPA duty stands on Chapter 99 numbers of the same line: 9903.01 and 9903.02.",
      };
  }
}

function entryNumberText({
  number,
  filer,
  fitting,
}: Extract<Understood, { kind: "entry-number" }>): UnderstoodText {
  const whose = `Filer code ${filer}: whoever has it may file the entry in CAPE, besides the importer of record.`;
  return fitting === null
    ? {
        kind: "verdict",
        tone: "ready",
        title: `${number}: the check digit fits`,
        text: `${whose} A digit that fits is no proof that the entry exists: one wrong number in ten fits by luck.`,
      }
    : {
        kind: "verdict",
        tone: "caution",
        title: `${number}: the check digit does not fit`,
        text: `${whose} With these ten characters it would be ${fitting}; another character may be the wrong one. Compare the number with the entry summary.`,
      };
}
