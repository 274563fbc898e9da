import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

export type ConflictOption = {
  /** What is sent when it is chosen. */
  readonly value: string;
  /** What it is, for those who do not see the table: `2026-10-01`, `9903.01.25, duty 250.00`. */
  readonly label: string;
  /** One text per heading of the conflict. */
  readonly cells: readonly string[];
  readonly sources: readonly { readonly text: string; readonly href: string }[];
  /** The lane and the amount if it is true. */
  readonly outcome: string;
  /** true: settled so. new: no file showed it when somebody chose. */
  readonly mark: "true" | "overruled" | "new" | null;
};

export type Conflict = {
  readonly kind: "fact" | "rows";
  /** Sent with the choice: the fact, or one of the rows. */
  readonly id: string;
  readonly title: string;
  readonly state: "open" | "settled" | "reopened";
  /** Who settled it and when, and what else to know. */
  readonly notes: readonly string[];
  readonly headings: readonly { readonly name: string; readonly num?: boolean }[];
  readonly options: readonly ConflictOption[];
};

type ConflictsPanelProps = {
  readonly conflicts: readonly Conflict[];
  /** One action for each kind; null where nobody may settle here. */
  readonly settle: Readonly<Record<Conflict["kind"], FormAction>> | null;
  readonly reopen: Readonly<Record<Conflict["kind"], FormAction>> | null;
  readonly hidden: Readonly<Record<string, string>>;
};

const STATES = {
  open: { word: "Files disagree", tone: "caution" },
  settled: { word: "Settled", tone: "done" },
  reopened: { word: "Open again", tone: "caution" },
} as const satisfies Record<Conflict["state"], object>;

const MARKS = {
  true: { word: "Taken as true", tone: "done" },
  overruled: { word: "Overruled", tone: "neutral" },
  new: { word: "New", tone: "caution" },
} as const satisfies Record<NonNullable<ConflictOption["mark"]>, object>;

/** The values side by side, each with its file and row, and with what it would make of the entry. */
function OptionsTable({ conflict, choose }: { readonly conflict: Conflict; readonly choose: boolean }) {
  return (
    <Table caption={`What the files show: ${conflict.title}`}>
      <Thead>
        <tr>
          {choose ? <Th>Choice</Th> : null}
          {conflict.headings.map((heading) => (
            <Th key={heading.name} num={heading.num === true}>
              {heading.name}
            </Th>
          ))}
          <Th>Read from</Th>
          <Th>If it is true</Th>
        </tr>
      </Thead>
      <Tbody>
        {conflict.options.map(({ value, label, cells, sources, outcome, mark }) => (
          <tr key={value}>
            {choose ? (
              <Td>
                <input
                  type="radio"
                  name="value"
                  value={value}
                  required
                  aria-label={label}
                  className="size-4 accent-accent"
                />
              </Td>
            ) : null}
            {conflict.headings.map(({ name, num = false }, index) => (
              <Td key={name} mono num={num} className={mark === "overruled" ? "text-muted" : ""}>
                {cells[index]}
              </Td>
            ))}
            <Td className="min-w-48 text-muted">
              {sources.map(({ text, href }) => (
                <div key={text}>
                  <TextLink href={href}>{text}</TextLink>
                </div>
              ))}
            </Td>
            <Td className="min-w-48 space-y-1">
              <div>{outcome}</div>
              {mark === null ? null : <Badge tone={MARKS[mark].tone}>{MARKS[mark].word}</Badge>}
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}

function OneConflict({
  conflict,
  settle,
  reopen,
  hidden,
}: Omit<ConflictsPanelProps, "conflicts"> & { readonly conflict: Conflict }) {
  const { kind, id, state, options } = conflict;
  const mayChoose = settle !== null && state !== "settled";
  const table = <OptionsTable conflict={conflict} choose={mayChoose} />;
  const sent = { ...hidden, id };
  return (
    <section aria-label={conflict.title} className="space-y-2 px-4 py-3">
      <h3 className="flex flex-wrap items-center gap-2 font-medium">
        {conflict.title} <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge>
      </h3>
      {conflict.notes.map((note) => (
        <p key={note} className="text-sm text-muted">
          {note}
        </p>
      ))}
      {!mayChoose ? (
        table
      ) : (
        <ActionForm action={settle[kind]} hidden={sent} submit="Settle" size="sm" className="space-y-2">
          {options.map(({ value }) => (
            <input key={value} type="hidden" name="shown" value={value} />
          ))}
          {table}
          <Input
            id={`note-${kind}-${id.replaceAll(/\W+/g, "-")}`}
            name="note"
            label="Note"
            hint="Why this one is true, or who was asked; kept with your choice. May stay empty."
            maxLength={500}
          />
        </ActionForm>
      )}
      {reopen === null || state !== "settled" ? null : (
        <ActionForm action={reopen[kind]} hidden={sent} submit="Reopen" variant="secondary" size="sm" />
      )}
    </section>
  );
}

/** What the files disagree on: open conflicts to settle, and settled ones with who, when and what was overruled. */
export function ConflictsPanel({ conflicts, ...actions }: ConflictsPanelProps) {
  return (
    <Panel
      title="Conflicts"
      note="A choice is stored with your name and the time; nothing that a file shows is deleted. A file that shows something new opens the conflict again."
      flush
    >
      <div className="divide-y divide-line">
        {conflicts.map((conflict) => (
          <OneConflict key={`${conflict.kind} ${conflict.id}`} conflict={conflict} {...actions} />
        ))}
      </div>
    </Panel>
  );
}
