import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";

import { RecognitionSummary, type RecognitionSummaryProps } from "./recognition-summary";
import { SheetChoice } from "./sheet-choice";

export type Reading = RecognitionSummaryProps & {
  /** Who said what the columns are. */
  readonly basis: string;
  /** What of the report is kept and not used yet. */
  readonly notUsed: string | null;
  /** "2026-11-20, yesterday, as its footer says"; null: nothing says when the report was made. */
  readonly exportDay: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Where the columns can be named; null while the file is in the books. */
  readonly columnsHref: string | null;
  /** What was said of these headings can be forgotten. */
  readonly canForget: boolean;
};

type ReadingPanelProps = {
  readonly reading: Reading;
  readonly hidden: Readonly<Record<string, string>>;
  /** Null: the reader may not change anything. */
  readonly actions: {
    readonly forget: FormAction;
    readonly date: FormAction;
    readonly chooseSheet: FormAction;
  } | null;
};

/** What the file was taken for, who said so, how old it is, and what can be said otherwise. */
export function ReadingPanel({ reading, hidden, actions }: ReadingPanelProps) {
  const { basis, notUsed, exportDay, sheet, sheets, columnsHref, canForget } = reading;
  const mayChange = actions !== null && columnsHref !== null;
  return (
    <Panel
      title="How the file was read"
      note={basis}
      actions={
        mayChange ? (
          <LinkButton href={columnsHref} variant="secondary" size="sm">
            Name the columns otherwise
          </LinkButton>
        ) : undefined
      }
    >
      <div className="space-y-4">
        <RecognitionSummary {...reading} />
        {notUsed === null ? null : (
          <Notice tone="caution" title="Not everything in this report is used yet">
            <p>{notUsed}</p>
          </Notice>
        )}
        <ReportDay exportDay={exportDay} hidden={hidden} action={actions?.date ?? null} />
        {mayChange && sheets.length > 1 ? (
          <SheetChoice action={actions.chooseSheet} hidden={hidden} sheet={sheet} sheets={sheets} />
        ) : sheet === null ? null : (
          <p className="text-sm text-muted">
            Sheet {sheet}
            {sheets.length > 1 ? ` of ${String(sheets.length)} that could be read` : ""}
          </p>
        )}
        {actions !== null && canForget ? (
          <ActionForm
            action={actions.forget}
            hidden={hidden}
            submit="Forget these columns"
            variant="secondary"
            size="sm"
          />
        ) : null}
      </div>
    </Panel>
  );
}

type ReportDayProps = {
  readonly exportDay: string | null;
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: FormAction | null;
};

/** A liquidation status is true as of the day of the report, so its age belongs beside it. */
function ReportDay({ exportDay, hidden, action }: ReportDayProps) {
  if (exportDay !== null) return <p className="text-sm">Report made on {exportDay}.</p>;
  if (action === null)
    return <p className="text-sm text-muted">Nothing in the file says on which day it was made.</p>;
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      submit="Date the report"
      variant="secondary"
      size="sm"
      className="flex flex-wrap items-end gap-3"
    >
      <Input
        id="day"
        name="day"
        type="date"
        required
        label="When was this report run? Nothing in the file says it."
      />
    </ActionForm>
  );
}
