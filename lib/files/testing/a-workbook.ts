import { aZip, type ZipPart } from "./a-zip";

export type SheetSketch = {
  readonly name: string;
  /** Inner XML of `sheetData`. */
  readonly rows: string;
  readonly hidden?: true;
  /** What the sheet says of its own size. */
  readonly dimension?: string;
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Cell formats of the workbooks below: 0 general, 1 a built-in date, 2 a date of its own, 3 currency. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2">
<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/><numFmt numFmtId="165" formatCode="&quot;day&quot;\\ #,##0.00"/>
</numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The bytes of a workbook as Excel lays it out. */
export function aWorkbook(
  sheets: readonly SheetSketch[],
  { sharedTexts = [], from1904 = false }: { sharedTexts?: readonly string[]; from1904?: boolean } = {},
  extra: readonly ZipPart[] = [],
): Buffer {
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map(
    (_sheet, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return aZip([
    { name: "[Content_Types].xml", content: `${XML}<Types/>` },
    {
      name: "xl/workbook.xml",
      content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${XML}<Relationships>${relations.join("")}</Relationships>`,
    },
    { name: "xl/styles.xml", content: STYLES },
    {
      name: "xl/sharedStrings.xml",
      content: `${XML}<sst xmlns="${MAIN}">${sharedTexts.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    },
    ...sheets.map(({ rows, dimension = "A1" }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `${XML}<worksheet xmlns="${MAIN}"><dimension ref="${dimension}"/><sheetData>${rows}</sheetData></worksheet>`,
    })),
    ...extra,
  ]);
}

/** One row of inline texts. */
export const textRow = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells
    .map((cell) => (cell === "" ? "" : `<c t="inlineStr"><is><t>${cell}</t></is></c>`))
    .join("")}</row>`;
