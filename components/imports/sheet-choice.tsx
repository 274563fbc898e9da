import { ActionForm } from "@/components/ui/action-form";
import { Select } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";

type SheetChoiceProps = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  /** The one that is read. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
};

/** Other sheets of a workbook that could be read as well. */
export function SheetChoice({ action, hidden, sheet, sheets }: SheetChoiceProps) {
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      submit="Read this sheet"
      variant="secondary"
      className="flex flex-wrap items-end gap-3"
    >
      <Select
        id="sheet"
        name="sheet"
        label={`Sheet, of ${String(sheets.length)} that could be read`}
        defaultValue={sheet ?? sheets[0]}
        options={sheets.map((name) => ({ value: name, label: name }))}
      />
    </ActionForm>
  );
}
