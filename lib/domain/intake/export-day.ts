import { type Day, isDay } from "../day";
import { readDay } from "./read-day";
import { cellText, type RawRow } from "./raw-row";

/** Where the day on which a report was made is known from; `said`: a person entered it. */
export type ExportDayBasis = "title" | "footer" | "file-name" | "said";

export type ExportDay = { readonly day: Day; readonly basis: ExportDayBasis };

const DATE = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})`;
/** Words that date the report itself. Others, such as the range of entry dates asked for, date what is in it. */
const DATED = new RegExp(
  String.raw`\b(?:run date|date run|run on|report date|report run|as of|generated|print(?:ed)?(?: date)?|export(?:ed)?(?: date)?|extracted|prepared|created)\b[^\d]{0,20}(${DATE})`,
  "i",
);
const IN_NAME =
  /(?<!\d)(?:(?<y>20\d\d)[-_. ]?(?<m>0[1-9]|1[0-2])[-_. ]?(?<d>0[1-9]|[12]\d|3[01])|(?<m2>0?[1-9]|1[0-2])[-_.](?<d2>0?[1-9]|[12]\d|3[01])[-_.](?<y2>20\d\d))(?!\d)/g;

/** The day on which a report says that it was made; null where its rows do not say it. */
export function exportDayIn(rows: readonly Pick<RawRow, "cells">[], notAfter: Day): Day | null {
  for (const { cells } of rows) {
    const found = DATED.exec(cells.map(cellText).join(" "))?.[1];
    const reading = found === undefined ? null : readDay(found);
    if (reading?.kind === "day" && reading.day <= notAfter) return reading.day;
  }
  return null;
}

/** The one day in a file name, such as `ES-003_20261120.xlsx`; null where there is none, or several. */
export function exportDayInName(fileName: string, notAfter: Day): Day | null {
  const days = [...fileName.matchAll(IN_NAME)].map(({ groups = {} }) => {
    const { y, m, d, y2, m2, d2 } = groups;
    return [y ?? y2, (m ?? m2)?.padStart(2, "0"), (d ?? d2)?.padStart(2, "0")].join("-");
  });
  const [only, ...others] = new Set(days);
  return only !== undefined && others.length === 0 && isDay(only) && only <= notAfter ? only : null;
}
