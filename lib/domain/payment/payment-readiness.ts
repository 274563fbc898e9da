import type { Day } from "../day";
import { PAYMENT_POINTS, type PaymentPointId, type PaymentPointRule } from "../law/payment-points";
import type { Usd } from "../money";

/** What somebody said of a point last. */
export type PaymentAttestation = {
  readonly point: PaymentPointId;
  readonly holds: boolean;
  readonly note: string;
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  /** The same instant as a day in US Eastern time. */
  readonly on: Day;
};

/** Refunds of one importer that came back or were taken for a bill. */
export type PaymentTrouble = {
  readonly kind: "payment-returned" | "funds-diverted";
  readonly times: number;
  /** USD, exact; null where no amount was told. */
  readonly amount: Usd | null;
  readonly lastDay: Day;
};

/** red: money is or will be held or lost. amber: nobody has said that it will not. green: somebody has, or nothing happened. */
export type PaymentState = "red" | "amber" | "green";

export type PaymentPoint = {
  readonly rule: PaymentPointRule;
  readonly state: PaymentState;
  readonly attestation: PaymentAttestation | null;
  readonly trouble: PaymentTrouble | null;
};

/**
 * All points of one importer. A refund that came back makes the enrolment red until somebody attests it on a later
 * day; a diverted one is settled between CBP's bill and the importer, so it stays amber: the bill is to be looked at.
 * @param attestations - the last word on each point
 */
export function paymentReadiness(
  attestations: readonly PaymentAttestation[],
  troubles: readonly PaymentTrouble[],
): readonly PaymentPoint[] {
  const troubleOf = (id: PaymentPointId) => troubles.find(({ kind }) => kind === id) ?? null;
  const returned = troubleOf("payment-returned");
  return PAYMENT_POINTS.map((rule) => {
    const attestation = attestations.find(({ point }) => point === rule.id) ?? null;
    const trouble = troubleOf(rule.id);
    const state =
      rule.kind === "attested"
        ? attestedState(attestation, rule.id === "ach-refund" ? returned : null)
        : toldState(rule.id, trouble, attestations);
    return { rule, state, attestation, trouble };
  });
}

function attestedState(
  attestation: PaymentAttestation | null,
  returned: PaymentTrouble | null,
): PaymentState {
  if (attestation !== null && !attestation.holds) return "red";
  if (returned !== null && !isSince(attestation, returned)) return "red";
  return attestation === null ? "amber" : "green";
}

function toldState(
  id: PaymentPointId,
  trouble: PaymentTrouble | null,
  attestations: readonly PaymentAttestation[],
): PaymentState {
  if (trouble === null) return "green";
  if (id === "funds-diverted") return "amber";
  const enrolment = attestations.find(({ point }) => point === "ach-refund") ?? null;
  return isSince(enrolment, trouble) ? "amber" : "red";
}

/** Said on a later day than the trouble: on the same day nobody can tell which came first. */
const isSince = (attestation: PaymentAttestation | null, { lastDay }: PaymentTrouble): boolean =>
  attestation?.holds === true && attestation.on > lastDay;

const RANK = { red: 0, amber: 1, green: 2 } as const satisfies Record<PaymentState, number>;

/** The worst of the points. */
export const worstState = (points: readonly PaymentPoint[]): PaymentState =>
  points.reduce<PaymentState>((worst, { state }) => (RANK[state] < RANK[worst] ? state : worst), "green");
