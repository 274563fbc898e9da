import { describe, expect, it } from "vitest";
import { day } from "../day";
import { aStatement } from "../testing/a-statement";
import { aNumber } from "../testing/an-entry";
import { movedAcceptances, refundsAwaited } from "./awaiting-refund";
import { foldClaimBook } from "./claim-book";
import type { ClaimEventKind } from "./claim-event";
import type { BookEvent, ClaimStatement } from "./claim-statement";

const NUMBER = aNumber("ZZX10000011");

const event = (text: string, own: boolean): BookEvent => {
  const [on = "", kind = ""] = text.split(" ");
  return {
    id: text,
    kind: kind as ClaimEventKind,
    day: day(on),
    recordedAt: `${on}T12:00:00Z`,
    entryNumber: own ? NUMBER : null,
    message: null,
    ...{ origin: { kind: "typed" }, by: "someone", amount: null },
  };
};

const awaited = (events: readonly BookEvent[], statements: readonly ClaimStatement[] = []) => {
  const claim = {
    id: "1",
    declarationId: "1",
    claimNumber: aStatement(NUMBER).claimNumber,
    declared: [NUMBER],
    events,
  };
  return refundsAwaited(foldClaimBook({ own: [claim], statements, evidence: [] })).get(NUMBER) ?? null;
};

describe("the day since which a refund is awaited", () => {
  it.each<[because: string, own: readonly string[], ofClaim: readonly string[], on: string | null]>([
    ["a claim that is only filed is not accepted", [], ["2026-09-01 filed"], null],
    ["the claim was accepted", [], ["2026-09-01 filed", "2026-09-03 accepted"], "2026-09-03"],
    ["accepted with errors says nothing of a row", [], ["2026-09-03 accepted-with-errors"], null],
    [
      "its row was found good later, and the acceptance is the claim's",
      ["2026-09-20 lines-removed"],
      ["2026-09-03 accepted-with-errors"],
      "2026-09-03",
    ],
    ["its row failed", ["2026-09-04 rejected"], ["2026-09-03 accepted-with-errors"], null],
    ["a liquidation proves no acceptance", ["2026-09-04 liquidated"], ["2026-09-01 filed"], null],
    ["money on its way proves one", ["2026-11-04 sent-to-treasury"], [], "2026-11-04"],
    ["issued money is awaited no more", ["2026-11-04 treasury-issued"], ["2026-09-03 accepted"], null],
    ["nor is diverted money", ["2026-11-04 funds-diverted"], ["2026-09-03 accepted"], null],
    [
      "money that came back is awaited again",
      ["2026-11-04 treasury-issued", "2026-11-09 payment-returned"],
      ["2026-09-03 accepted"],
      "2026-09-03",
    ],
  ])("%s", (_, own, ofClaim, on) => {
    const events = [...own.map((text) => event(text, true)), ...ofClaim.map((text) => event(text, false))];
    const expected = on === null ? null : { on, isLatest: false };
    expect(awaited(events)).toEqual(expected);
    expect(awaited(events.toReversed())).toEqual(expected);
  });

  const shownOn = (on: string): ClaimStatement =>
    aStatement(NUMBER, { source: { file: on, row: 2 }, day: day(on), recordedAt: `${on}T12:00:00Z` });

  it("is the day of the first file that shows the acceptance, and no later than that", () => {
    const files = [shownOn("2026-09-20"), shownOn("2026-09-12")];
    expect(awaited([event("2026-09-01 filed", false)], files)).toEqual({ on: "2026-09-12", isLatest: true });
  });

  it("is the day that somebody typed, where a file shows it only later", () => {
    const events = [event("2026-09-01 filed", false), event("2026-09-03 accepted", false)];
    expect(awaited(events, [shownOn("2026-09-20")])).toEqual({ on: "2026-09-03", isLatest: false });
  });

  it("is known of a claim that somebody else filed", () => {
    const sources = { own: [], statements: [shownOn("2026-09-20")], evidence: [] };
    expect(refundsAwaited(foldClaimBook(sources))).toEqual(
      new Map([[NUMBER, { on: "2026-09-20", isLatest: true }]]),
    );
  });
});

describe("acceptances that moved", () => {
  const accepted = (on: string, isLatest = false) => new Map([[NUMBER, { on: day(on), isLatest }]]);

  it.each<
    [what: string, before: ReturnType<typeof accepted>, after: ReturnType<typeof accepted>, moved: boolean]
  >([
    ["to the same day", accepted("2026-09-03"), accepted("2026-09-03"), false],
    ["to another day", accepted("2026-09-03"), accepted("2026-09-02"), true],
    ["from a bound to the day itself", accepted("2026-09-03", true), accepted("2026-09-03"), true],
    ["in", new Map(), accepted("2026-09-03"), true],
    ["out", accepted("2026-09-03"), new Map(), true],
  ])("%s", (_, before, after, moved) => {
    expect(movedAcceptances(before, after)).toEqual(moved ? [NUMBER] : []);
  });
});
