import type { Metadata } from "next";

import { Message, MessageList } from "@/components/reference/message-list";
import { ReferencePage } from "@/components/reference/reference-page";
import { WordSearch } from "@/components/reference/word-search";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { CAPE_MESSAGES, RULES } from "@/lib/domain";
import { countOf } from "@/lib/wording/count";

import { findMessages, MESSAGES_PATH } from "./message-rows";

export const metadata: Metadata = {
  title: "CAPE error messages",
  description:
    "What CBP's CAPE messages mean, such as ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS or INVALID HTS: the remedy, who mends it, and whether to file again.",
  alternates: { canonical: MESSAGES_PATH },
};

type MessagesPageProps = { readonly searchParams: Promise<{ readonly q?: string | string[] }> };

const TEXT_MAX = 200;

export default async function MessagesPage({ searchParams }: MessagesPageProps) {
  const text = ([(await searchParams).q ?? ""].flat()[0] ?? "").trim().slice(0, TEXT_MAX);
  const { match, levels, count } = findMessages(text);
  return (
    <ReferencePage
      title="CAPE error messages"
      lead={`${countOf(CAPE_MESSAGES.length, "message", "messages")} of CBP, as far as they are known. CBP's messages are plain text; lists of numbered codes on refund sites match nothing CBP has published.`}
      dated={`Rules ${RULES.version}. Each message says whose words it is in and since when it was seen.`}
    >
      <WordSearch
        action={MESSAGES_PATH}
        label="A message as CBP wrote it, or words of it"
        hint="Such as PROTEST ON ENTRY, or drawback."
        value={text}
      />
      {match === null ? null : (
        <Panel title="This is the message">
          <Message {...match} />
        </Panel>
      )}
      {text === "" ? null : <p role="status">{countOf(count, "message", "messages")} found</p>}
      {levels.length === 0 ? (
        <EmptyState title="No known message has these words">
          <p>
            Messages that are not in the list exist: CBP has not published all of them. Keep the words as they
            are; CapeDesk keeps and shows them verbatim.
          </p>
        </EmptyState>
      ) : null}
      {levels.map(({ level, name, meaning, messages }) => (
        <section key={level} aria-labelledby={level} className="space-y-2">
          <h2 id={level} className="text-lg font-semibold">
            {name}
          </h2>
          <p className="text-muted">{meaning}</p>
          <MessageList messages={messages} />
        </section>
      ))}
    </ReferencePage>
  );
}
