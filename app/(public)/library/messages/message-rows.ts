import type { MessageText } from "@/components/reference/message-list";
import {
  CAPE_MESSAGES,
  matchCapeMessage,
  normaliseCapeText,
  type CapeMessage,
  type CapeMessageLevel,
} from "@/lib/domain";
import { describeUse, MESSAGE_LEVEL_WORDS, MESSAGE_OWNER_WORDS } from "@/lib/wording/cape-messages";
import { REFILE_WORDS, WORDING_NOTES } from "@/lib/wording/outcome";

export const MESSAGES_PATH = "/library/messages";

/** A part of an address: `protest-on-entry`. */
export const messageId = (message: string): string =>
  normaliseCapeText(message).toLowerCase().replaceAll(" ", "-");

const toMessage = (row: CapeMessage): MessageText => ({
  id: messageId(row.message),
  message: row.message,
  meaning: row.meaning,
  remedy: row.remedy,
  owner: MESSAGE_OWNER_WORDS[row.owner],
  refile: REFILE_WORDS[row.refile],
  use: describeUse(row),
  retired: row.until !== null,
  wording: WORDING_NOTES[row.confidence],
  source: `${row.source.law} (${row.source.published})`,
});

type FoundMessages = {
  /** The message whose words stand in the text; null where none is known. */
  readonly match: MessageText | null;
  readonly levels: readonly {
    readonly level: CapeMessageLevel;
    readonly name: string;
    readonly meaning: string;
    readonly messages: readonly MessageText[];
  }[];
  readonly count: number;
};

/** CBP's words as pasted, or any words of a message, its meaning or its remedy. Empty: every message. */
export function findMessages(text: string): FoundMessages {
  const match = text === "" ? null : matchCapeMessage(text);
  const words = normaliseCapeText(text).split(" ");
  const found = CAPE_MESSAGES.filter((row) => {
    const said = normaliseCapeText([row.message, row.meaning, row.remedy].join(" "));
    return row === match || words.every((word) => said.includes(word));
  });
  const levels = (Object.keys(MESSAGE_LEVEL_WORDS) as CapeMessageLevel[]).flatMap((level) => {
    const messages = found.filter((row) => row.level === level).map(toMessage);
    return messages.length === 0 ? [] : [{ level, ...MESSAGE_LEVEL_WORDS[level], messages }];
  });
  return { match: match && toMessage(match), levels, count: found.length };
}
