import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/components/ui/form-state";
import { AttachDocuments, type AttachDocumentsProps } from "./attach-documents";
import { DocumentsTable, type DocumentRow } from "./documents-table";

export type DocumentsPanelProps = {
  readonly note: string;
  readonly rows: readonly DocumentRow[];
  /** Null for a reader who may not attach. */
  readonly attach: AttachDocumentsProps | null;
  readonly remove: FormAction | null;
  readonly hidden: Readonly<Record<string, string>>;
  /** What is missing. */
  readonly children?: ReactNode;
};

/** The papers of an entry, a declaration or a claim, and what is missing among them. */
export function DocumentsPanel({ note, rows, attach, remove, hidden, children }: DocumentsPanelProps) {
  return (
    <Panel title="Documents" note={note} flush>
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-muted">None attached.</p>
      ) : (
        <DocumentsTable rows={rows} remove={remove} hidden={hidden} />
      )}
      {children}
      {attach === null ? null : (
        <div className="border-t border-line px-4 py-4">
          <AttachDocuments {...attach} />
        </div>
      )}
    </Panel>
  );
}
