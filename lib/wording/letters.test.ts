import { describe, expect, it } from "vitest";

import { day } from "@/lib/domain";

import { LETTER_KINDS, letterText, type LetterFacts } from "./letters";
import { protestReasons, type ProtestFacts } from "./other-routes";

const FACTS: LetterFacts = {
  ...{ organization: "Lantern Bay Brokerage", today: day("2026-11-21"), importerName: "HARBOR GOODS" },
  ...{ importerNumber: "89-123456700", filerCode: "ZZX", entries: 12, openCount: 3 },
  ...{
    firstEntered: day("2025-03-04"),
    lastEntered: day("2026-01-30"),
    missingColumns: ["Liquidation Date"],
  },
  open: [{ number: "ZZX-0000001-1", missing: "the entry date" }],
};

describe("a letter to a broker", () => {
  it.each(LETTER_KINDS)("%s names the importer, the filer and who asks, and threatens nobody", (kind) => {
    const text = letterText(kind, FACTS);
    for (const word of ["89-123456700", "ZZX", "Lantern Bay Brokerage", "2026-11-21"])
      expect(text).toContain(word);
    expect(text).not.toMatch(/!|undefined|null|legal advice/);
  });

  it("asks for each column once, and for the days on which IEEPA duty was collected", () => {
    const text = letterText("es003", FACTS);
    expect(text.match(/^- Liquidation Date$/gm)).toHaveLength(1);
    expect(text).toContain("2025-02-04 through 2026-02-23");
  });

  it("says how many entries it does not list, and that it is not needed where none waits", () => {
    expect(letterText("duty-data", FACTS)).toContain("and 2 more");
    expect(letterText("duty-data", { ...FACTS, open: [], openCount: 0 })).toContain("not needed");
  });

  it("asks for no bank details", () => {
    expect(letterText("form-4811", FACTS)).toContain("We ask for no bank details");
  });
});

const PROTEST: ProtestFacts = {
  ...{ importerName: "HARBOR GOODS", importerNumber: "89-123456700", entries: 2, refundable: "1500.00" },
  ...{ ranges: 0, codes: ["9903.01.24"], liquidatedFrom: day("2026-07-01"), liquidatedTo: day("2026-07-08") },
  firstLastDay: day("2026-12-28"),
};

describe("a draft of the reasons of a protest", () => {
  it("says what is protested, why, how much and until when, with its law", () => {
    const text = protestReasons(PROTEST);
    for (const word of ["1514(a)(2)", "Learning Resources", "9903.01.24", "1,500.00", "2026-12-28", "DRAFT"])
      expect(text).toContain(word);
  });

  it("keeps ranges out of the sum and says so", () => {
    expect(protestReasons({ ...PROTEST, ranges: 3 })).toContain("Of 3 entries only a range is known");
    expect(protestReasons(PROTEST)).not.toContain("range");
  });
});
