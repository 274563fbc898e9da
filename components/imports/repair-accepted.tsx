import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";

export type AcceptedRepairRow = {
  readonly key: string;
  /** "row 21, Entry Number". */
  readonly place: string;
  /** As it stands in the file. */
  readonly original: string;
  readonly repaired: string;
  readonly action: string;
  /** "Ana Reyes, 2026-11-22". */
  readonly by: string;
  readonly hidden: Readonly<Record<string, string>>;
};

type RepairAcceptedProps = {
  readonly rows: readonly AcceptedRepairRow[];
  /** Null for somebody whose role may not. */
  readonly takeBack: FormAction | null;
};

/** Accepted repairs, each with what the file says and the way back. */
export function RepairAccepted({ rows, takeBack }: RepairAcceptedProps) {
  return (
    <Table caption="Accepted repairs">
      <Thead>
        <tr>
          <Th>Where</Th>
          <Th>In the file</Th>
          <Th>Read as</Th>
          <Th>Repair</Th>
          <Th>By</Th>
          {takeBack === null ? null : <Th>Undo</Th>}
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <Td>{row.place}</Td>
            <Td mono>
              {row.original === "" ? <span className="font-sans text-muted">blank</span> : row.original}
            </Td>
            <Td mono>{row.repaired}</Td>
            <Td>{row.action}</Td>
            <Td nowrap>{row.by}</Td>
            {takeBack === null ? null : (
              <Td>
                <ActionForm
                  action={takeBack}
                  hidden={row.hidden}
                  submit="Take back"
                  pending="Taking back"
                  variant="secondary"
                  size="sm"
                />
              </Td>
            )}
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
