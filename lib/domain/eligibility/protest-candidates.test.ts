import { describe, expect, it } from "vitest";
import { anEntry, type EntrySketch } from "../testing/an-entry";
import { missingFactsOf, screened } from "../testing/screened";
import { known } from "./candidates";
import { protestCandidates, protestSubjectCandidates } from "./protest-candidates";

const NUMBER = "520126100045";

const protest = (protestStatus: string | readonly string[] | null, protestNumber: string | null = NUMBER) => {
  const { values, basis } = protestCandidates(anEntry({ facts: { protestNumber, protestStatus } }));
  return [basis, ...values.map(({ kind, status }) => (status === null ? kind : `${kind}: ${status}`))];
};

describe("the protest that the files show", () => {
  it.each<[string, string | readonly string[] | null, string | null, readonly string[]]>([
    ["open", "Open", NUMBER, ["known", "open: Open"]],
    ["open, though no file gives its number", " open ", null, ["known", "open: open"]],
    ["P2: suspended, which is open", "Suspended", NUMBER, ["known", "open: Suspended"]],
    ["P3: denied", "Denied in full", NUMBER, ["known", "decided: Denied in full"]],
    ["P3: withdrawn, though no file gives its number", "Withdrawn", null, ["known", "decided: Withdrawn"]],
    ["P3: approved in part", "Partly approved", NUMBER, ["known", "decided: Partly approved"]],
    ["P3: allowed", "ALLOWED", NUMBER, ["known", "decided: ALLOWED"]],
    ["P3: closed", "Closed", NUMBER, ["known", "decided: Closed"]],
    ["P7: numbered, with a word nobody knows", "In process", NUMBER, ["known", "open: In process"]],
    ["a word nobody knows, and no number", "In process", null, ["known", "none"]],
    ["P5: numbered, the status blank", null, NUMBER, ["missing", "open", "decided"]],
    ["P8: neither number nor status", null, null, ["assumed", "none"]],
    [
      "open in one file, denied in another",
      ["Open", "Denied"],
      NUMBER,
      ["torn", "open: Open", "decided: Denied"],
    ],
    [
      "open in one file, suspended in another",
      ["Open", "Suspended"],
      NUMBER,
      ["torn", "open: Open", "open: Suspended"],
    ],
    ["open in both, worded alike but for a blank", ["Open", "Open "], NUMBER, ["known", "open: Open"]],
    ["two words nobody knows, and no number", ["In process", "Filed"], null, ["known", "none"]],
  ])("%s", (_case, status, number, expected) => {
    expect(protest(status, number)).toEqual(expected);
  });
});

describe("whether a protest is only about IEEPA", () => {
  const subject = (
    protestStatus: string | readonly string[],
    protestOnlyAboutIeepa: boolean | null = null,
  ) => {
    const entry = anEntry({
      facts: { protestNumber: NUMBER, protestStatus },
      answers: { protestOnlyAboutIeepa },
    });
    return protestSubjectCandidates(entry, protestCandidates(entry));
  };

  it.each<[string, string | readonly string[]]>([
    ["an open protest", "Open"],
    ["a protest that one file shows open and another decided", ["Denied", "Open"]],
  ])("P1: is asked of %s", (_case, status) => {
    expect(subject(status)).toEqual({ values: [true, false], basis: "missing" });
  });

  it.each([true, false])("P1: is %s once the user has said so", (answer) => {
    expect(subject("Open", answer)).toEqual(known(answer));
  });

  it.each(["Denied", "Withdrawn"])("is no question of a protest that is %s", (status) => {
    expect(subject(status)).toEqual(known(false));
  });
});

describe("files that disagree on a protest", () => {
  const torn = (liquidated: string, protestStatus: readonly string[]): EntrySketch => ({
    liquidated,
    facts: { protestNumber: NUMBER, protestStatus },
  });

  it("leave the lane open where an open protest would exclude the entry and a denied one would not", () => {
    const screening = screened(torn("2026-09-01", ["Open", "Denied"]));
    expect([screening.lane, ...missingFactsOf(screening)]).toEqual(["needs-data", "protest"]);
  });

  it("show what each of them says where both exclude it", () => {
    const { lane, findings } = screened(torn("2026-09-01", ["Open", "Suspended"]));
    const statuses = findings.flatMap(({ reason }) =>
      reason.kind === "protest-open" ? [reason.status] : [],
    );
    expect([lane, ...statuses]).toEqual(["excluded", "Open", "Suspended"]);
  });
});
