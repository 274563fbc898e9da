import { describe, expect, it } from "vitest";

import { masked, understand, withoutEntryNumbers } from "./understand";

const oneIn = (question: string) => {
  const found = understand(question);
  expect(found).toHaveLength(1);
  return found[0];
};

describe("entry numbers in a question", () => {
  it.each(["ABC-1234567-6", "abc12345676", "is ABC 1234567 6 ok?", "(ABC–1234567–6)"])(
    "are understood as people write them: %s",
    (question) => {
      expect(oneIn(question)).toEqual({
        kind: "entry-number",
        number: "ABC-1234567-6",
        filer: "ABC",
        fitting: null,
      });
    },
  );

  it("with a digit that does not fit are shown with the one that does", () => {
    expect(oneIn("ABC-1234567-1")).toMatchObject({ number: "ABC-1234567-1", fitting: "ABC-1234567-6" });
  });

  it("that Excel would read as a power of ten stay text", () => {
    expect(oneIn("8E000000126")).toMatchObject({ number: "8E0-0000012-6", fitting: null });
  });

  it("of nine digits are damaged, with the readings that fit and never one chosen", () => {
    expect(oneIn("what is 401234562")).toEqual({
      kind: "damaged-entry-number",
      found: "401234562",
      proposals: ["004-0123456-2"],
    });
  });

  it("are taken out of what is searched for and of what an address may keep", () => {
    expect(withoutEntryNumbers("is ABC-1234567-6 late")).not.toMatch(/ABC|1234567/);
    expect(withoutEntryNumbers("00112345678")).toBe("");
  });

  it("are masked with every other long number before anything leaves", () => {
    expect(masked("entry 00112345678, claim 123456789012, importer 98-7654321AB, 9903.01.24")).toBe(
      "entry [number], claim [number], importer [number], 9903.01.24",
    );
  });

  it("are not seen in claim numbers, days or amounts", () => {
    expect(understand("claim 123456789012 of 2026-09-02 for $1,234,567.00")).toEqual([]);
  });
});

describe("tariff numbers in a question", () => {
  it.each(["9903.01.24", "99030124", "is 9903012400 fentanyl?", "9903.01.24?"])(
    "of Chapter 99 are answered by the table: %s",
    (question) => {
      const found = oneIn(question);
      expect(found).toMatchObject({ kind: "chapter-99", code: "9903.01.24" });
      if (found?.kind !== "chapter-99") return;
      expect(
        found.rows.map(({ ratePercent, from, until, meaning }) => [ratePercent, from, until, meaning]),
      ).toEqual([
        ["20", "2025-03-04", "2025-11-09", "comes-back"],
        ["10", "2025-11-10", "2026-02-23", "comes-back"],
      ]);
    },
  );

  it.each([
    {
      code: "9903.02.20",
      meaning: "comes-back-less-ordinary-duty",
      because: "its 15 % contain the ordinary duty",
    },
    { code: "9903.01.33", meaning: "no-money", because: "it is an exemption" },
    { code: "9903.88.03", meaning: "stays", because: "it is Section 301" },
    { code: "9903.03.01", meaning: "stays", because: "it is Section 122" },
  ])("$code: $meaning, because $because", ({ code, meaning }) => {
    expect(oneIn(code)).toMatchObject({ rows: [{ meaning }] });
  });

  it("that do not exist are said to be in no table", () => {
    expect(oneIn("9903.01.36")).toEqual({
      kind: "unlisted-chapter-99",
      code: "9903.01.36",
      authority: "IEEPA",
    });
  });

  it("of other chapters are commodity numbers", () => {
    expect(oneIn("8471.30.0100")).toEqual({ kind: "commodity-number", number: "8471.30.0100" });
  });
});
