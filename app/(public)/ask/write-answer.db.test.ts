import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";

import { findAnswers } from "@/lib/ask/answer";

import { writeAnswer } from "./write-answer";

const QUESTION = "how long is the CAPE window after liquidation";
const FREE = 30;

/** Nothing listens there: what is counted is counted before the model is asked. */
const DEAF = { url: "http://127.0.0.1:9/v1", key: undefined, name: "none", seconds: 1 };

const someAddress = () => `10.${[...randomBytes(3)].join(".")}`;
const found = findAnswers(QUESTION);
const ask = (address: string) => writeAnswer(QUESTION, found, DEAF, address);

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the operator's model", () => {
  it("is asked thirty times an hour by one network, and by others all the same", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const address = someAddress();
    for (let time = 0; time < FREE; time++) expect(await ask(address)).toEqual({ kind: "nothing" });
    const refused = await ask(address);
    expect(refused.kind).toBe("wait");
    expect(refused.kind === "wait" && refused.seconds > 0 && refused.seconds <= 3600).toBe(true);
    expect(await ask(someAddress())).toEqual({ kind: "nothing" });
  });

  it("is not asked, and nothing is counted, where none is set or nothing here answers", async () => {
    const address = someAddress();
    for (let time = 0; time <= FREE; time++) {
      expect(await writeAnswer(QUESTION, found, null, address)).toEqual({ kind: "nothing" });
      expect(await writeAnswer("xyzzy", findAnswers("xyzzy"), DEAF, address)).toEqual({ kind: "nothing" });
    }
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await ask(address)).toEqual({ kind: "nothing" });
  });
});
