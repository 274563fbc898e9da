import { type HtsNumber, parseHtsNumber } from "../identifiers";
import type { ColumnField } from "../law/column-aliases";
import type { Authority } from "../law/chapter-99-rows";

/** A column of a wide report that holds duty: of one Chapter 99 number, or of all numbers of one program on the line. */
export type DutyColumn =
  | { readonly index: number; readonly kind: "number"; readonly hts: HtsNumber }
  | { readonly index: number; readonly kind: "program"; readonly authority: Authority };

const PROGRAM_OF: Partial<Record<ColumnField, Authority>> = {
  ieepaDutyAmount: "IEEPA",
  section301DutyAmount: "SECTION_301",
  section232DutyAmount: "SECTION_232",
};

/** The duty columns among the columns of a file, in their order. */
export const dutyColumnsOf = (
  headings: readonly string[],
  fields: readonly (ColumnField | null)[],
): readonly DutyColumn[] =>
  fields.flatMap((field, index): readonly DutyColumn[] => {
    const authority = field === null ? undefined : PROGRAM_OF[field];
    if (authority !== undefined) return [{ index, kind: "program", authority }];
    const hts = field === "chapter99Code" ? chapter99In(headings[index] ?? "") : null;
    return hts === null ? [] : [{ index, kind: "number", hts }];
  });

/** `9903.01.24a`, `9903.01.10 (25%)` and `Duty 9903 01 24` name the number they begin with. */
function chapter99In(heading: string): HtsNumber | null {
  const found = /(?<!\d)(99\d\d)[. ]?(\d\d)[. ]?(\d\d)(?!\d)/.exec(heading);
  return found === null ? null : parseHtsNumber(found.slice(1).join(""));
}
