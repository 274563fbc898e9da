import type { ReactNode } from "react";

import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatCount } from "@/lib/wording/count";

export type ReturnedChangeRow = {
  readonly key: string;
  /** "row 21, Entry Number". */
  readonly place: string;
  readonly original: string;
  readonly text: string;
};

export type ReturnedRefusalRow = {
  readonly key: string;
  /** Row of the workbook itself. */
  readonly sheetRow: number;
  readonly sentence: string;
};

type RepairReturnedProps = {
  /** "2 cells change in 40 rows". */
  readonly summary: string;
  readonly changes: readonly ReturnedChangeRow[];
  readonly refused: readonly ReturnedRefusalRow[];
  readonly accept: ReactNode;
};

/** What a workbook that came back would change, before anything is stored. */
export function RepairReturned({ summary, changes, refused, accept }: RepairReturnedProps) {
  return (
    <div className="space-y-3">
      <p>{summary}</p>
      {changes.length === 0 ? null : (
        <Table caption="Cells the workbook changes">
          <Thead>
            <tr>
              <Th>Where</Th>
              <Th>In the file</Th>
              <Th>In the workbook</Th>
            </tr>
          </Thead>
          <Tbody>
            {changes.map(({ key, place, original, text }) => (
              <tr key={key}>
                <Td>{place}</Td>
                <Td mono>
                  {original === "" ? <span className="font-sans text-muted">blank</span> : original}
                </Td>
                <Td mono>{text}</Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      )}
      {refused.length === 0 ? null : (
        <Table caption="Rows of the workbook that are not taken">
          <Thead>
            <tr>
              <Th num>Workbook row</Th>
              <Th>Not taken because</Th>
            </tr>
          </Thead>
          <Tbody>
            {refused.map(({ key, sheetRow, sentence }) => (
              <tr key={key}>
                <Td num>{formatCount(sheetRow)}</Td>
                <Td className="min-w-64">{sentence}</Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      )}
      {accept}
    </div>
  );
}
