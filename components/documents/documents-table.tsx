import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

export type DocumentRow = {
  readonly id: string;
  readonly fileName: string;
  readonly href: string;
  readonly kind: string;
  /** What it is attached to; null where the page says so. */
  readonly subject: { readonly name: string; readonly href: string | null } | null;
  readonly size: string;
  readonly sha256: string;
  readonly attached: string;
  readonly attachedBy: string;
};

type DocumentsTableProps = {
  readonly rows: readonly DocumentRow[];
  /** Null where the reader may not remove. */
  readonly remove: FormAction | null;
  readonly hidden: Readonly<Record<string, string>>;
};

export function DocumentsTable({ rows, remove, hidden }: DocumentsTableProps) {
  const hasSubjects = rows.some(({ subject }) => subject !== null);
  return (
    <Table caption="Attached documents">
      <Thead>
        <tr>
          <Th>File</Th>
          <Th>What it is</Th>
          {hasSubjects ? <Th>Attached to</Th> : null}
          <Th num>Size</Th>
          <Th>SHA-256</Th>
          <Th>When and by whom</Th>
          {remove === null ? null : <Th className="w-px">{""}</Th>}
        </tr>
      </Thead>
      <Tbody>
        {rows.map(({ id, fileName, href, kind, subject, size, sha256, attached, attachedBy }) => (
          <tr key={id}>
            <Td className="min-w-40">
              <a href={href} download className="break-all text-accent underline underline-offset-3">
                {fileName}
              </a>
            </Td>
            <Td className="min-w-40">{kind}</Td>
            {hasSubjects ? (
              <Td mono>
                {subject?.href ? <TextLink href={subject.href}>{subject.name}</TextLink> : subject?.name}
              </Td>
            ) : null}
            <Td num>{size}</Td>
            <Td mono title={sha256}>
              {sha256.slice(0, 12)}…
            </Td>
            <Td className="min-w-36">
              {attached}, {attachedBy}
            </Td>
            {remove === null ? null : (
              <Td>
                <ActionForm
                  action={remove}
                  hidden={{ ...hidden, document: id }}
                  submit="Remove"
                  pending="Removing"
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
