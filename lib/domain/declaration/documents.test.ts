import { describe, expect, it } from "vitest";

import { entryNumbersIn, expectedDocuments, type PapersNeededFor } from "./documents";

const entry = (change: Partial<PapersNeededFor> = {}): readonly string[] =>
  expectedDocuments({ lane: "cape-ready", reasons: [], rangeOnly: false, answered: false, ...change }).map(
    ({ kind }) => kind,
  );

describe("the papers that a claim usually needs", () => {
  it.each<[Partial<PapersNeededFor>, string, readonly string[]]>([
    [{}, "every claim rests on the summary and the payment", ["entry-summary", "duty-payment"]],
    [{ lane: "not-ieepa" }, "there is nothing to claim", []],
    [{ lane: "court" }, "counsel needs them all the more", ["entry-summary", "duty-payment"]],
    [
      { rangeOnly: true },
      "the invoice tells what the goods are, and so the ordinary rate",
      ["entry-summary", "duty-payment", "commercial-invoice"],
    ],
    [
      { reasons: ["rate-mismatch"] },
      "a rate that does not fit its number asks for the value",
      ["entry-summary", "duty-payment", "commercial-invoice"],
    ],
    [
      { lane: "withdraw-protest", reasons: ["protest-only-about-ieepa"], answered: true },
      "somebody's word on the protest wants its paper",
      ["entry-summary", "duty-payment", "protest", "broker-letter"],
    ],
  ])("%o: %s", (change, _because, kinds) => {
    expect(entry(change)).toEqual(kinds);
  });
});

describe("entry numbers in the name of a file", () => {
  it.each([
    ["7501_ABC-1234567-6.pdf", ["ABC12345676"], "as 7501s print it"],
    ["abc12345676 invoice.pdf", ["ABC12345676"], "in small letters, without hyphens"],
    ["ABC-1234567-6 and XYZ-7654321-1.pdf", ["ABC12345676", "XYZ76543211"], "two entries in one file"],
    ["ABC-1234567-6 ABC12345676.pdf", ["ABC12345676"], "the same twice is one"],
    ["ABC-1234567-5.pdf", [], "the check digit does not fit"],
    ["scan_20261121001.pdf", [], "eleven digits after an underscore that are no entry number"],
    ["9ABC-1234567-6.pdf", [], "part of a longer word"],
    ["letter.pdf", [], "no number at all"],
  ])("%s: %o, because %s", (name, numbers) => {
    expect(entryNumbersIn(name)).toEqual(numbers);
  });
});
