import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatCount } from "@/lib/wording/count";

type RecognisedColumn = {
  /** As the file spells it. */
  readonly header: string;
  /** What we read it as; null for a column that is kept but not used. */
  readonly field: string | null;
};

export type RecognitionSummaryProps = {
  /** "ACE ES-003"; null when the report is not known. */
  readonly report: string | null;
  /** How sure that is. */
  readonly confidence: { readonly word: string; readonly tone: "done" | "caution" };
  readonly headerLine: number;
  readonly columns: readonly RecognisedColumn[];
};

/** "ES-003, 27 of 27 columns": what the file was taken for, and every column with its meaning. */
export function RecognitionSummary({ report, confidence, headerLine, columns }: RecognitionSummaryProps) {
  const known = columns.filter(({ field }) => field !== null).length;
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={report === null ? "caution" : confidence.tone}>
          {report === null ? "Report not known" : confidence.word}
        </Badge>
        <span>
          {report === null ? "" : `${report}, `}
          {formatCount(known)} of {formatCount(columns.length)} columns, header on row{" "}
          {formatCount(headerLine)}
        </span>
      </p>
      <Disclosure summary="Columns and what they were read as">
        <div className="rounded-lg border border-line">
          <Table caption="Columns and what they were read as">
            <Thead>
              <tr>
                <Th>Column in the file</Th>
                <Th>Read as</Th>
              </tr>
            </Thead>
            <Tbody>
              {columns.map(({ header, field }, index) => (
                <tr key={`${String(index)} ${header}`}>
                  <Td>{header}</Td>
                  <Td className="text-muted">{field ?? "Not used"}</Td>
                </tr>
              ))}
            </Tbody>
          </Table>
        </div>
      </Disclosure>
    </div>
  );
}
