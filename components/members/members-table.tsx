import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Checkbox, Select, type Option } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";

export type MemberRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** As the choice of roles names it. */
  readonly role: string;
  readonly roleName: string;
  readonly since: string;
  readonly isOneself: boolean;
};

type Changes = {
  readonly org: string;
  readonly roles: readonly Option[];
  /** Sends `member` and `role`. */
  readonly setRole: FormAction;
  /** Sends `member`. */
  readonly remove: FormAction;
};

type MembersTableProps = {
  readonly rows: readonly MemberRow[];
  /** Null for whoever may only look. */
  readonly changes: Changes | null;
};

/** Who belongs, with what an owner may change about it. */
export function MembersTable({ rows, changes }: MembersTableProps) {
  return (
    <Table caption="Members">
      <Thead>
        <tr>
          <Th>Name</Th>
          <Th>E-mail address</Th>
          <Th>Role</Th>
          <Th>Since</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td className="min-w-56">
              {row.name} {row.isOneself ? <Badge tone="neutral">You</Badge> : null}
              {changes === null ? null : (
                <Disclosure
                  summary={
                    <>
                      Change<span className="sr-only"> {row.name}</span>
                    </>
                  }
                >
                  <MemberForms row={row} {...changes} />
                </Disclosure>
              )}
            </Td>
            <Td>{row.email}</Td>
            <Td>{row.roleName}</Td>
            <Td mono nowrap>
              {row.since}
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Oneself one leaves, further down on the page. */
function MemberForms({ row, org, roles, setRole, remove }: Changes & { readonly row: MemberRow }) {
  const hidden = { org, member: row.id };
  return (
    <div className="space-y-4">
      <ActionForm action={setRole} hidden={hidden} submit="Store the role" variant="secondary" size="sm">
        <Select
          id={`role-${row.id}`}
          name="role"
          label={`Role of ${row.name}`}
          options={roles}
          defaultValue={row.role}
        />
      </ActionForm>
      {row.isOneself ? null : (
        <ActionForm action={remove} hidden={hidden} submit="Remove" variant="danger" size="sm">
          <Checkbox
            id={`remove-${row.id}`}
            required
            label={`${row.name} shall see nothing here any more, from now on.`}
            hint="Names beside what was done stay."
          />
        </ActionForm>
      )}
    </div>
  );
}
