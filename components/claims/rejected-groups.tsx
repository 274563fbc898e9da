import { RejectedRowsTable, type RejectedTableRow } from "@/components/claims/rejected-rows-table";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Checkbox, Textarea } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";
import type { Tone } from "@/components/ui/tone";
import { countOf } from "@/lib/wording/count";

export type RejectedGroupText = {
  readonly key: string;
  /** CBP's words, verbatim; null where it gave none. */
  readonly message: string | null;
  readonly advice: readonly { readonly name: string; readonly tone: Tone }[];
  /** What the advice asks for. */
  readonly sentences: readonly string[];
  /** Null: not in the dictionary. */
  readonly meaning: {
    readonly meaning: string;
    readonly remedy: string;
    readonly owner: string;
    readonly source: string;
  } | null;
  readonly note: { readonly text: string; readonly by: string } | null;
  /** Sum of certain refunds, USD, as people read it. */
  readonly refundable: string;
  readonly count: number;
  /** Rows that may go on a new declaration now. */
  readonly refilable: number;
  readonly rows: readonly RejectedTableRow[];
};

type RejectedGroupActions = {
  /** Sends `entry` for each ticked row, or `all`. */
  readonly refile: FormAction | null;
  /** Sends `message` and `note`. */
  readonly note: FormAction | null;
  readonly hidden: Readonly<Record<string, string>>;
};

type RejectedGroupProps = {
  readonly group: RejectedGroupText;
  readonly at: number;
  readonly actions: RejectedGroupActions;
};

/** Rows that came back with one message of CBP: its words, what they mean, and the rows that may go again. */
export function RejectedGroup({ group, at, actions }: RejectedGroupProps) {
  const { message, advice, count, refundable, sentences } = group;
  return (
    <Panel
      id={`message-${String(at)}`}
      title={message ?? "CBP gave no words"}
      note={`${countOf(count, "entry", "entries")}, refundable ${refundable} USD`}
      actions={advice.map(({ name, tone }) => (
        <Badge key={name} tone={tone}>
          {name}
        </Badge>
      ))}
    >
      <div className="space-y-4">
        {sentences.map((sentence) => (
          <p key={sentence} className="max-w-prose">
            {sentence}
          </p>
        ))}
        <Meaning group={group} />
        {message === null || group.meaning !== null ? null : (
          <Note group={group} at={at} actions={actions} message={message} />
        )}
        <Rows group={group} at={at} actions={actions} />
      </div>
    </Panel>
  );
}

const Meaning = ({ group: { meaning } }: { readonly group: RejectedGroupText }) =>
  meaning === null ? null : (
    <DescriptionList
      columns={2}
      items={[
        { term: "What it means", value: meaning.meaning },
        { term: "Fix", value: meaning.remedy },
        { term: "Up to", value: meaning.owner },
        { term: "Source", value: meaning.source },
      ]}
    />
  );

function Note({ group: { note }, at, actions, message }: RejectedGroupProps & { readonly message: string }) {
  return (
    <div className="space-y-2">
      {note === null ? (
        <p className="text-muted">No table of ours explains these words; they are shown as CBP wrote them.</p>
      ) : (
        <blockquote className="border-l-2 border-line-strong pl-3">
          <p className="break-words whitespace-pre-wrap">{note.text}</p>
          <p className="text-sm text-muted">{note.by}</p>
        </blockquote>
      )}
      {actions.note === null ? null : (
        <Disclosure summary={note === null ? "Note what it meant" : "Change the note"}>
          <ActionForm
            action={actions.note}
            hidden={{ ...actions.hidden, message }}
            submit="Keep the note"
            variant="secondary"
            size="sm"
          >
            <Textarea
              id={`note-${String(at)}`}
              name="note"
              label="What CBP meant"
              hint="Shown beside every row with these words."
              required
              maxLength={1000}
              defaultValue={note?.text ?? ""}
              className="w-full max-w-prose"
            />
          </ActionForm>
        </Disclosure>
      )}
    </div>
  );
}

function Rows({ group, at, actions }: RejectedGroupProps) {
  const { rows, count, refilable, key } = group;
  const mayTick = actions.refile !== null && refilable > 0;
  const table = (
    <div className="w-full rounded-lg border border-line">
      <RejectedRowsTable rows={rows} mayTick={mayTick} caption={`Entries, message ${String(at)}`} />
      {count > rows.length ? (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          The first {rows.length} of {countOf(count, "entry", "entries")}; the CSV has all.
        </p>
      ) : null}
    </div>
  );
  if (!mayTick) return table;
  return (
    <ActionForm
      action={actions.refile}
      hidden={{ ...actions.hidden, key }}
      submit="Put them on a new declaration"
      pending="Checking and writing the draft"
    >
      {table}
      <Checkbox
        id={`all-${String(at)}`}
        name="all"
        value="yes"
        label={`All ${countOf(refilable, "entry", "entries")} with this message that may be filed again`}
        hint="A new draft holds these rows only, linked to the declaration that they were dropped from."
      />
    </ActionForm>
  );
}
