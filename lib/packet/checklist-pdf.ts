import { PassThrough, type Readable } from "node:stream";

import { CHECKLIST, CHECKLIST_LEAD, CHECKLIST_TITLE } from "@/lib/wording/checklist";

import { PdfSheet } from "./pdf-sheet";

const LINE = "_".repeat(34);

/** The twelve points to be ticked by hand and signed. @param rules - the version of the rules they stand in */
export function checklistPdf(rules: string, made: Date): Readable {
  const sheet = new PdfSheet(CHECKLIST_TITLE, `Made by CapeDesk, rules ${rules}; not legal advice`, made);
  const pages = sheet.stream.pipe(new PassThrough());
  sheet.title(CHECKLIST_TITLE);
  sheet.paragraph(CHECKLIST_LEAD);
  sheet.table(
    [
      { heading: "Done", share: 0.07 },
      { heading: "", share: 0.05, right: true },
      { heading: "What must hold", share: 0.3 },
      { heading: "How to check it", share: 0.36 },
      { heading: "If not, and the law", share: 0.22 },
    ],
    CHECKLIST.map(({ point, title, howToCheck, otherwise, law }) => [
      ...["[   ]", String(point), title, howToCheck],
      `${otherwise} ${law}`,
    ]),
  );
  sheet.pairs([
    ["Importer and declaration", LINE],
    ["Name and signature", LINE],
    ["Date", LINE],
  ]);
  sheet.end();
  return pages;
}
