import { describe, expect, it } from "vitest";

import { CAPE_MESSAGES } from "@/lib/domain";

import { findMessages, messageId } from "./message-rows";

const messagesIn = (text: string) =>
  findMessages(text).levels.flatMap(({ messages }) => messages.map(({ message }) => message));

describe("the dictionary of messages", () => {
  it("shows every message, each with an address of its own", () => {
    expect(messagesIn("")).toHaveLength(CAPE_MESSAGES.length);
    expect(new Set(CAPE_MESSAGES.map(({ message }) => messageId(message))).size).toBe(CAPE_MESSAGES.length);
  });

  it("knows CBP's words as they are pasted from a claim file", () => {
    expect(findMessages('="Protest on entry."').match?.message).toBe("PROTEST ON ENTRY");
  });

  it("finds a message by words of its remedy", () => {
    expect(messagesIn("psc partner")).toEqual(["HTS RELATIONSHIP MISMATCH"]);
  });

  it("says nothing of words that are in no message", () => {
    expect(findMessages("zebra")).toEqual({ match: null, levels: [], count: 0 });
  });
});
