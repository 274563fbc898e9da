import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";

export type MessageText = {
  /** A part of an address: `protest-on-entry`. */
  readonly id: string;
  readonly message: string;
  readonly meaning: string;
  readonly remedy: string;
  readonly owner: string;
  readonly refile: string;
  /** "Since 2026-04-20". */
  readonly use: string;
  readonly retired: boolean;
  /** Whose words they are. */
  readonly wording: string;
  readonly source: string;
};

/** CBP's words, each with what they mean, who mends it, and whether to file again. */
export function MessageList({ messages }: { readonly messages: readonly MessageText[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {messages.map((message) => (
        <li key={message.id} id={message.id} className="scroll-mt-4 space-y-2 py-4 print:break-inside-avoid">
          <Message {...message} />
        </li>
      ))}
    </ul>
  );
}

export function Message(text: MessageText) {
  const { id, message, meaning, remedy, owner, refile, use, retired, wording, source } = text;
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a href={`#${id}`} className="rounded-sm font-mono font-medium break-words">
          {message}
        </a>
        {retired ? <Badge tone="neutral">Retired</Badge> : null}
      </h3>
      <p className="max-w-prose">{meaning}</p>
      <DescriptionList
        columns={3}
        items={[
          { term: "Remedy", value: remedy },
          { term: "Who", value: owner },
          { term: "Filing again", value: refile },
        ]}
      />
      <p className="text-sm text-muted">
        {use}. {wording} {source}
      </p>
    </>
  );
}
