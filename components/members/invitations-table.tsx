import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import type { FormAction } from "@/components/ui/form-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";

export type InvitationRow = {
  readonly id: string;
  readonly email: string;
  readonly roleName: string;
  readonly inviter: string;
  readonly until: string;
  readonly ranOut: boolean;
};

type InvitationsTableProps = {
  readonly rows: readonly InvitationRow[];
  /** Null for whoever may only look. `revoke` sends `invitation`. */
  readonly changes: { readonly org: string; readonly revoke: FormAction } | null;
};

/** Who was invited and has not come yet. */
export function InvitationsTable({ rows, changes }: InvitationsTableProps) {
  return (
    <Table caption="Open invitations">
      <Thead>
        <tr>
          <Th>E-mail address</Th>
          <Th>Role</Th>
          <Th>Invited by</Th>
          <Th>Until</Th>
          {changes === null ? null : <Th>Change</Th>}
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td>{row.email}</Td>
            <Td>{row.roleName}</Td>
            <Td className="min-w-32">{row.inviter}</Td>
            <Td nowrap>
              <span className="font-mono">{row.until}</span>{" "}
              {row.ranOut ? <Badge tone="caution">Ran out</Badge> : null}
            </Td>
            {changes === null ? null : (
              <Td>
                <ActionForm
                  action={changes.revoke}
                  hidden={{ org: changes.org, invitation: row.id }}
                  submit={row.ranOut ? "Clear" : "Revoke"}
                  variant="danger"
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
