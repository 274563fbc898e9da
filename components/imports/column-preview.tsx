import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";

export type PreviewLine = {
  readonly row: number;
  /** Why the row would be set aside; null: it would be used. */
  readonly use: string | null;
  readonly entryNumber: string | null;
  readonly tariffs: readonly string[];
  readonly facts: readonly string[];
  readonly problems: readonly string[];
};

/** How the first rows would be read by the columns as they are named now. */
export function ColumnPreview({ lines }: { readonly lines: readonly PreviewLine[] }) {
  return (
    <Table caption="How the first rows would be read">
      <Thead>
        <tr>
          <Th>Row</Th>
          <Th>Read as</Th>
          <Th>Entry number</Th>
          <Th>Tariff numbers</Th>
          <Th>Facts of the entry</Th>
        </tr>
      </Thead>
      <Tbody>
        {lines.map(({ row, use, entryNumber, tariffs, facts, problems }) => (
          <tr key={row}>
            <Td>{row}</Td>
            <Td>
              <Badge tone={use === null ? "done" : "caution"}>{use ?? "used"}</Badge>
              {problems.map((problem) => (
                <p key={problem} className="mt-1 max-w-60 text-caution">
                  {problem}
                </p>
              ))}
            </Td>
            <Td className="font-mono">{entryNumber ?? "none"}</Td>
            <Td>
              {tariffs.map((tariff, index) => (
                <p key={`${String(index)} ${tariff}`} className="whitespace-nowrap">
                  {tariff}
                </p>
              ))}
            </Td>
            <Td className="max-w-80 min-w-64 text-muted">{facts.join(", ")}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
