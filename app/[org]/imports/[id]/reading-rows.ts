import type { Reading } from "@/components/imports/reading-panel";
import type { StoredImport } from "@/lib/data/imports";
import type { LearnedMapping } from "@/lib/data/learned-mappings";
import {
  daysBetween,
  easternDay,
  parseColumnField,
  type Day,
  type MappingBasis,
  type ReportKind,
} from "@/lib/domain";
import { formatDay, formatDayInWords, formatDaysAway } from "@/lib/wording/day";
import { formatField } from "@/lib/wording/mapping-problems";
import { BASIS_SENTENCES, CONFIDENCE_WORDS, EXPORT_DAY_WORDS } from "@/lib/wording/naming";
import { NOT_USED_YET } from "@/lib/wording/reports";

import { reportName } from "../import-rows";

/**
 * How a file was read, in words; null before it was, and while it is read again.
 * @param learned - what is remembered of its headings; null: nothing, or it was forgotten
 */
export function toReading(
  stored: StoredImport,
  learned: LearnedMapping | null,
  today: Day,
  path: string,
): Reading | null {
  const { recognition, mapping, mappingBasis, reportType, sheet, sheets, state } = stored;
  if (recognition === null || state === "stored" || state === "reading") return null;
  const basis = (mappingBasis ?? "recognised") as MappingBasis;
  return {
    report: reportName(stored),
    confidence: CONFIDENCE_WORDS[recognition.confidence ?? "certain"],
    headerLine: recognition.headerRow,
    columns: mapping.map(({ header, field }) => {
      const known = field === null ? null : parseColumnField(field);
      return { header, field: known && formatField(known) };
    }),
    basis: BASIS_SENTENCES[basis](learned && formatDayInWords(easternDay(learned.givenAt))),
    notUsed: reportType === null ? null : NOT_USED_YET[reportType as ReportKind],
    exportDay: exportDayOf(stored, today),
    sheet,
    sheets,
    columnsHref:
      state === "committed" || state === "adding" || stored.headerSample === null ? null : `${path}/columns`,
    canForget: learned !== null,
  };
}

function exportDayOf({ exportDate, recognition }: StoredImport, today: Day): string | null {
  if (exportDate === null) return null;
  const how = EXPORT_DAY_WORDS[recognition?.exportDayBasis ?? "said"];
  return `${formatDay(exportDate)}, ${formatDaysAway(daysBetween(today, exportDate))}, ${how}`;
}
