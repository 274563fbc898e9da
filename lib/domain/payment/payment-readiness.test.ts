import { describe, expect, it } from "vitest";
import { day } from "../day";
import type { PaymentPointId } from "../law/payment-points";
import { usd } from "../money";
import { bankNumberIn } from "./bank-number";
import {
  type PaymentAttestation,
  paymentReadiness,
  type PaymentTrouble,
  worstState,
} from "./payment-readiness";

const said = (point: PaymentPointId, on: string, holds = true): PaymentAttestation => ({
  ...{ point, holds, note: "", name: "Ana Reyes", at: `${on}T15:00:00Z`, on: day(on) },
});
const came = (kind: PaymentTrouble["kind"], on: string): PaymentTrouble => ({
  ...{ kind, times: 1, amount: usd("10"), lastDay: day(on) },
});

type Row = [
  because: string,
  attestations: readonly PaymentAttestation[],
  troubles: readonly PaymentTrouble[],
  states: string,
];

describe("whether the money reaches the importer: enrolment, routing, returned, diverted", () => {
  it.each<Row>([
    ["nobody has said anything", [], [], "amber amber green green"],
    [
      "both are attested",
      [said("ach-refund", "2026-11-01"), said("refund-routing", "2026-11-01")],
      [],
      "green green green green",
    ],
    ["the enrolment is not done", [said("ach-refund", "2026-11-01", false)], [], "red amber green green"],
    [
      "a refund came back after the attestation",
      [said("ach-refund", "2026-11-01")],
      [came("payment-returned", "2026-11-10")],
      "red amber red green",
    ],
    [
      "the attestation is of the same day as the return, so it may be older",
      [said("ach-refund", "2026-11-10")],
      [came("payment-returned", "2026-11-10")],
      "red amber red green",
    ],
    [
      "it was attested on the day after the return",
      [said("ach-refund", "2026-11-11")],
      [came("payment-returned", "2026-11-10")],
      "green amber amber green",
    ],
    ["a refund was taken for a bill", [], [came("funds-diverted", "2026-11-10")], "amber amber green amber"],
  ])("%s", (_, attestations, troubles, states) => {
    const points = paymentReadiness(attestations, troubles);
    expect(points.map(({ state }) => state).join(" ")).toBe(states);
    const worst = ["red", "amber", "green"].find((state) => states.includes(state));
    expect(worstState(points)).toBe(worst);
  });
});

describe("digits that could be a bank number", () => {
  it.each([
    ["five digits are none", "extension 12345", null],
    ["six are", "account 123456", "123456"],
    ["a routing number", "ABA 021000021", "021000021"],
    ["with blanks between", "12 34 56 78", "12 34 56 78"],
    ["with hyphens of any kind", "12\u201334\u201356", "12\u201334\u201356"],
    ["in other figures", "٠١٢٣٤٥٦", "٠١٢٣٤٥٦"],
    ["an IBAN", "DE89 3704 0044 0532 0130 00", "89 3704 0044 0532 0130 00"],
    ["a day is none", "confirmed on 2026-11-20 by phone", null],
    ["a day beside a number hides nothing", "2026-11-20 123456", "123456"],
    ["words are none", "enrolled, screenshot kept", null],
  ])("%s", (_, text, found) => {
    expect(bankNumberIn(text)).toBe(found);
  });
});
