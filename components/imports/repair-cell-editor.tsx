"use client";

import { clsx } from "clsx";
import { CircleAlert, CircleCheck } from "lucide";
import type { KeyboardEvent } from "react";

import { Icon } from "@/components/ui/icon";
import { checkCell, type CellKind } from "@/lib/domain";
import { describeCellProblem } from "@/lib/wording/repairs";

type Verdict = { readonly isBad: boolean; readonly sentence: string };

/** What the reading of the file would make of the text, by the very functions that will read it. */
export function verdictOn(kind: CellKind, text: string): Verdict | null {
  if (text.trim() === "") return null;
  const checked = checkCell(kind, text);
  if (!checked.ok) return { isBad: true, sentence: describeCellProblem(checked.problem) };
  const { readAs, doubt } = checked.value;
  const doubtful = doubt === null ? "" : "; the check digit does not fit, so the entry needs a look";
  return { isBad: false, sentence: `Read as ${readAs}${doubtful}` };
}

type RepairCellEditorProps = {
  readonly id: string;
  readonly label: string;
  readonly kind: CellKind;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onLeave: () => void;
};

/** The cell while it is typed in. */
export function RepairCellEditor({
  id,
  label,
  kind,
  text,
  onText,
  onKeyDown,
  onLeave,
}: RepairCellEditorProps) {
  const verdict = verdictOn(kind, text);
  return (
    <div className="space-y-1">
      <input
        autoFocus
        aria-label={label}
        aria-invalid={verdict?.isBad === true}
        aria-describedby={`${id}-verdict`}
        value={text}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
        className="min-h-8 w-44 rounded-md border border-line-strong bg-surface px-2 font-mono text-ink aria-invalid:border-blocked"
      />
      <CellVerdict id={id} verdict={verdict} />
    </div>
  );
}

/** Read out while typing; word and icon, never colour alone. */
export function CellVerdict({ id, verdict }: { readonly id: string; readonly verdict: Verdict | null }) {
  const icon = verdict?.isBad ? CircleAlert : CircleCheck;
  return (
    <p
      id={`${id}-verdict`}
      role="status"
      className={clsx(
        "flex max-w-56 items-start gap-1 font-sans text-xs whitespace-normal",
        verdict?.isBad ? "text-blocked" : "text-muted",
      )}
    >
      {verdict === null ? null : (
        <>
          <Icon of={icon} className="mt-0.5 size-3.5 shrink-0" />
          {verdict.sentence}
        </>
      )}
    </p>
  );
}
