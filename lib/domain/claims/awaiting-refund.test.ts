import { describe, expect, it } from "vitest";
import { day } from "../day";
import { aNumber } from "../testing/an-entry";
import { awaitingRefundSince } from "./awaiting-refund";
import type { ClaimEvent, ClaimEventKind } from "./claim-event";

const NUMBER = aNumber("ZZX10000011");

const event = (text: string, own: boolean): ClaimEvent => {
  const [on = "", kind = ""] = text.split(" ");
  return {
    id: text,
    kind: kind as ClaimEventKind,
    day: day(on),
    recordedAt: `${on}T12:00:00Z`,
    entryNumber: own ? NUMBER : null,
    message: null,
  };
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
    const [owns, claims] = [own.map((text) => event(text, true)), ofClaim.map((text) => event(text, false))];
    expect(awaitingRefundSince(owns, claims)).toBe(on);
    expect(awaitingRefundSince(owns.toReversed(), claims.toReversed())).toBe(on);
  });
});
