import { describe, expect, it } from "vitest";

import { addDays, day } from "../day";
import { CAPE_LANES } from "../eligibility/verdict";
import { ENTRY_TYPES } from "../law/entry-types";
import { aCommodity, aLine, type EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import type { Obstacle, ScreenerAnswers, ScreenerQuestion } from "./answers";
import { SCREENER_QUESTIONS, screenerPath } from "./path";
import { SCREENER_OUTCOMES, screenAnswers, type ScreenerOutcome, type ScreenerResult } from "./result";

const AS_OF = day("2026-11-21");
const ago = (days: number) => addDays(AS_OF, -days);

type Choices = { readonly [Q in ScreenerQuestion]: readonly NonNullable<ScreenerAnswers[Q]>[] };

/** Every choice on every screen; days stand on both sides of each boundary, types for each treatment CAPE gives. */
const CHOICES: Choices = {
  importer: ["we", "broker", "other", "unsure"],
  entry: [
    { ieepaPaid: "yes", enteredOn: day("2025-09-15") },
    { ieepaPaid: "yes", enteredOn: day("2026-02-24") },
    { ieepaPaid: "yes", enteredOn: null },
    { ieepaPaid: "no", enteredOn: day("2025-09-15") },
    { ieepaPaid: "unsure", enteredOn: day("2025-09-15") },
  ],
  type: ["01", "03", "08", "31", "outside-ace", "unsure"],
  liquidation: [
    { state: "open", on: null },
    { state: "open", on: addDays(AS_OF, 20) },
    { state: "held", on: null },
    { state: "liquidated", on: ago(80) },
    { state: "liquidated", on: ago(81) },
    { state: "liquidated", on: ago(180) },
    { state: "liquidated", on: ago(181) },
    { state: "liquidated", on: null },
    { state: "unsure", on: null },
  ],
  commerce: ["yes", "no", "unsure"],
  obstacles: [
    present(),
    present("claimed"),
    present("protest"),
    present("drawback"),
    present("reconciliation"),
    present("surety"),
    present("protest", "reconciliation"),
    present("protest", "reconciliation", "drawback", "surety", "claimed"),
    { present: [], unsure: true },
    { present: ["protest"], unsure: true },
  ],
  protestSubject: ["ieepa", "other", "unsure"],
  reconciliation: [
    { type09: "none", dueOn: null },
    { type09: "none", dueOn: addDays(AS_OF, 29) },
    { type09: "none", dueOn: addDays(AS_OF, 30) },
    { type09: "filed", dueOn: null },
    { type09: "unsure", dueOn: null },
  ],
  account: ["ach", "ace", "none", "unsure"],
  court: ["listed", "sued", "none"],
};

function present(...names: readonly Obstacle[]): NonNullable<ScreenerAnswers["obstacles"]> {
  return { present: names, unsure: false };
}

/** Screens equal answers once: paths share their beginnings. */
const screen: typeof screenAnswers = (() => {
  const known = new Map<string, ScreenerResult>();
  return (answers, asOf) => {
    const key = JSON.stringify(answers);
    const result = known.get(key) ?? screenAnswers(answers, asOf);
    known.set(key, result);
    return result;
  };
})();

/** The end of every path from some answers on. */
function* pathsFrom(
  answers: ScreenerAnswers,
): Generator<{ answers: ScreenerAnswers; result: ScreenerResult }> {
  const { next, result } = screenerPath(answers, AS_OF, screen);
  if (next === null) yield { answers, result };
  else for (const choice of CHOICES[next]) yield* pathsFrom({ ...answers, [next]: choice });
}

/** The entry of the answers, put together as tests put entries together, and screened as a file would be. */
function fromFile({ entry, type, liquidation, commerce, obstacles, ...more }: ScreenerAnswers) {
  const has = (name: Obstacle) => obstacles?.present.includes(name) ?? false;
  const words = { open: "Unliquidated", held: "Suspended", liquidated: "Liquidated", unsure: null };
  const lines = {
    yes: [aLine({ hts: "9903.01.25", duty: "100.00" }), aCommodity()],
    no: [aCommodity()],
    unsure: [],
  };
  const sketch: EntrySketch = {
    number: "ABC12345676",
    type: type === undefined || type === "unsure" || type === "outside-ace" ? null : type,
    entered: entry?.enteredOn ?? null,
    liquidated: liquidation?.on ?? null,
    status: liquidation === undefined ? null : words[liquidation.state],
    facts: {
      protestStatus: has("protest") ? "Open" : null,
      drawbackFlag: has("drawback") ? "Y" : null,
      suretyFlag: has("surety") ? "Y" : null,
      reconciliationFlag: has("reconciliation") ? "Y" : null,
      reconciliationDueDate: more.reconciliation?.dueOn ?? null,
    },
    lines: lines[entry?.ieepaPaid ?? "unsure"],
    claims: has("claimed") ? [{ outcome: "accepted" }] : [],
    answers: {
      protestOnlyAboutIeepa: yesNo(more.protestSubject, "ieepa"),
      commerceInstructed: yesNo(commerce, "yes"),
    },
  };
  return screened(sketch, AS_OF);
}

const yesNo = (answer: string | undefined, yes: string): boolean | null =>
  answer === undefined || answer === "unsure" ? null : answer === yes;

describe("every path through the six questions", () => {
  it("ends in the lane that the engine gives the same entry of a file", { timeout: 120_000 }, () => {
    let walked = 0;
    for (const { answers, result } of pathsFrom({ importer: "we" })) {
      walked += 1;
      const file = fromFile(answers);
      const shutOut = answers.type === "outside-ace" || answers.reconciliation?.type09 === "filed";
      const expected =
        shutOut && !["already-claimed", "not-ieepa"].includes(file.lane) ? "excluded" : file.lane;
      if (result.lane !== expected)
        expect.fail(`${JSON.stringify(answers)}: ${result.lane}, file ${expected}`);
      if (expected === file.lane) expect(result.screening.possibleLanes).toEqual(file.possibleLanes);
    }
    expect(walked).toBeGreaterThan(2_000);
  });

  it("stops early only where no later answer changes the lane", () => {
    const first = { importer: "we" } as const;
    for (const entry of CHOICES.entry)
      for (const type of CHOICES.type) {
        const path = screenerPath({ ...first, entry, type }, AS_OF, screen);
        if (path.next !== null) continue;
        for (const liquidation of CHOICES.liquidation)
          for (const obstacles of CHOICES.obstacles.filter(({ present }) => !present.includes("claimed"))) {
            const all = screen({ ...path.answers, liquidation, obstacles }, AS_OF);
            expect([all.lane, all.outcome], JSON.stringify({ entry, type })).toEqual([
              path.result.lane,
              path.result.outcome,
            ]);
          }
      }
  });

  it("reaches every outcome but the one that only files show", () => {
    const reached = new Set<ScreenerOutcome>();
    for (const importer of CHOICES.importer)
      for (const type of ["01", "08"])
        for (const entry of CHOICES.entry)
          for (const { result } of pathsFrom({ importer, entry, type })) reached.add(result.outcome);
    expect([...SCREENER_OUTCOMES].filter((outcome) => !reached.has(outcome))).toEqual(["fix-first"]);
  });

  it.each(ENTRY_TYPES.map(({ type }) => type ?? ""))("type %s has the lane of a file", (type) => {
    const answers = { ...PLAIN, type };
    expect(screenAnswers(answers, AS_OF).lane).toBe(fromFile(answers).lane);
  });
});

const PLAIN = {
  importer: "we",
  entry: { ieepaPaid: "yes", enteredOn: day("2025-09-15") },
  type: "01",
  liquidation: { state: "open", on: null },
  obstacles: { present: [], unsure: false },
  account: "ach",
} as const satisfies ScreenerAnswers;

const liquidated = (days: number) => ({ state: "liquidated", on: ago(days) }) as const;
describe("what to do", () => {
  const cases: readonly (readonly [ScreenerOutcome, ScreenerAnswers, string])[] = [
    ["ready", {}, "everything is in order"],
    ["ready-held", { account: "ace" }, "without ACH the refund is held, not the filing"],
    ["set-up-ace", { account: "none" }, "without an ACE account nothing can be filed"],
    ["check-account", { account: "unsure" }, "nobody knows of the account"],
    ["not-importer", { importer: "other" }, "only the importer of record and its broker may file"],
    ["ready", { importer: "broker" }, "the broker that filed the entries may file"],
    ["not-ieepa", { entry: { ieepaPaid: "no", enteredOn: null } }, "only other programs were paid"],
    ["not-ieepa", { entry: { ieepaPaid: "yes", enteredOn: day("2026-02-24") } }, "collection had stopped"],
    ["ready", { entry: { ieepaPaid: "yes", enteredOn: day("2026-02-23") } }, "the last day counts"],
    ["later-phase", { type: "08" }, "CAPE does not take the type"],
    ["later-phase", { type: "21" }, "CAPE has not taken warehouse entries since 7 July 2026"],
    ["ready", { type: "31" }, "CAPE takes withdrawals"],
    ["later-phase", { type: "outside-ace" }, "CAPE finds no entry that was not filed in ACE"],
    ["ready", { type: "03", commerce: "no" }, "an AD/CVD entry is taken while suspended"],
    ["later-phase", { type: "03", commerce: "yes" }, "Commerce has instructed CBP"],
    ["needs-data", { type: "03", commerce: "unsure" }, "it hangs on Commerce"],
    ["ready", { liquidation: liquidated(80) }, "day 80 is in"],
    ["protest-now", { liquidation: liquidated(81) }, "day 81 is out, and a protest is open"],
    ["protest-now", { liquidation: liquidated(180) }, "day 180 is the last for a protest"],
    ["court", { liquidation: liquidated(181), court: "none" }, "both windows are closed"],
    ["court", { liquidation: liquidated(181), court: "sued" }, "not listed in time"],
    ["phase-3", { liquidation: liquidated(181), court: "listed" }, "sued and listed in time"],
    ["already-claimed", { obstacles: present("claimed") }, "CBP has accepted a claim"],
    ["later-phase", { obstacles: present("drawback") }, "drawback"],
    ["later-phase", { obstacles: present("surety") }, "the surety paid"],
    ["later-phase", { obstacles: present("protest") }, "a protest on an unliquidated entry"],
    [
      "withdraw-protest",
      { liquidation: liquidated(80), obstacles: present("protest"), protestSubject: "ieepa" },
      "it is only about IEEPA, and day 80 is in",
    ],
    [
      "later-phase",
      { liquidation: liquidated(81), obstacles: present("protest"), protestSubject: "ieepa" },
      "after day 80 the protest itself keeps the right",
    ],
    [
      "later-phase",
      { liquidation: liquidated(80), obstacles: present("protest"), protestSubject: "other" },
      "the protest is about more",
    ],
    ["ready", recon({ type09: "none", dueOn: null }), "flagged, with no type 09"],
    ["ready", recon({ type09: "none", dueOn: addDays(AS_OF, 30) }), "30 days are left: CAPE first"],
    ["reconciliation-first", recon({ type09: "none", dueOn: addDays(AS_OF, 29) }), "29 days are left"],
    ["later-phase", recon({ type09: "filed", dueOn: null }), "the type 09 is on file"],
    ["later-phase", { ...recon({ type09: "none", dueOn: null }), type: "11" }, "not a type for it"],
    ["needs-data", { liquidation: { state: "liquidated", on: null } }, "the day of liquidation decides"],
    ["needs-data", { entry: { ieepaPaid: "unsure", enteredOn: day("2025-09-15") } }, "the duty decides"],
  ];

  function recon(reconciliation: ScreenerAnswers["reconciliation"] & object): ScreenerAnswers {
    return { obstacles: present("reconciliation"), reconciliation };
  }

  it.each(cases)("%s: %j, because %s", (outcome, change) => {
    expect(screenAnswers({ ...PLAIN, ...change }, AS_OF).outcome).toBe(outcome);
  });

  it("an ACE account is asked for only where something may be filed in CAPE", () => {
    for (const liquidation of CHOICES.liquidation) {
      const path = screenerPath({ ...PLAIN, liquidation }, AS_OF);
      const fileable = path.result.screening.possibleLanes.some((lane) =>
        (CAPE_LANES as readonly string[]).includes(lane),
      );
      expect(path.asked.includes("account")).toBe(fileable);
    }
  });

  it("an answer to a question that is no longer asked is left out", () => {
    const path = screenerPath({ ...PLAIN, commerce: "yes", court: "listed" }, AS_OF);
    expect(Object.keys(path.answers)).toEqual(Object.keys(PLAIN));
    expect(path.result.outcome).toBe("ready");
  });

  it("the stand-ins add no remark of their own", () => {
    const { screening } = screenAnswers(PLAIN, AS_OF);
    const kinds = screening.findings.map(({ reason }) => reason.kind);
    expect(kinds).toEqual(["not-liquidated", "over-one-year-unliquidated", "not-provable-from-data"]);
  });

  it("there are six questions", () => {
    expect(new Set(Object.values(SCREENER_QUESTIONS)).size).toBe(6);
  });
});
