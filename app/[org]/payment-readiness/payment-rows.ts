import type { PaymentImporter } from "@/components/payment/payment-points";
import type { Importer } from "@/lib/data/importers";
import type { StoredPaymentAttestation } from "@/lib/data/payment-attestations";
import {
  compareUsd,
  paymentReadiness,
  usdText,
  worstState,
  ZERO_USD,
  type PaymentPoint,
  type PaymentState,
  type PaymentTrouble,
  type Usd,
} from "@/lib/domain";
import { formatUsd } from "@/lib/wording/money";
import { describePaymentPoint } from "@/lib/wording/payment";

export type PaymentFacts = {
  readonly importers: readonly Importer[];
  readonly attestations: readonly StoredPaymentAttestation[];
  readonly troubles: readonly (PaymentTrouble & { readonly importerNumber: string })[];
  readonly money: ReadonlyMap<string, Usd>;
};

type Assessed = {
  readonly importer: Importer;
  readonly points: readonly PaymentPoint[];
  readonly state: PaymentState;
  readonly money: Usd;
};

const RANK = { red: 0, amber: 1, green: 2 } as const satisfies Record<PaymentState, number>;

/** Every importer with its points: red before amber before green, then the most money first. */
export const assessPayments = ({
  importers,
  attestations,
  troubles,
  money,
}: PaymentFacts): readonly Assessed[] =>
  importers
    .map((importer) => {
      const own = <T extends { readonly importerNumber: string }>(rows: readonly T[]): readonly T[] =>
        rows.filter(({ importerNumber }) => importerNumber === importer.number);
      const points = paymentReadiness(own(attestations), own(troubles));
      return { importer, points, state: worstState(points), money: money.get(importer.number) ?? ZERO_USD };
    })
    .sort((a, b) => RANK[a.state] - RANK[b.state] || compareUsd(b.money, a.money));

export const toPaymentImporter = ({ importer, points, state, money }: Assessed): PaymentImporter => ({
  number: importer.number,
  name: importer.name,
  state,
  note: `${formatUsd(usdText(money))} USD of certain refundable duty, claimed or ready for CAPE, hang on it.`,
  points: points.map((point) => ({
    id: point.rule.id,
    title: point.rule.title,
    state: point.state,
    attested: point.rule.kind === "attested",
    evidence: describePaymentPoint(point),
    law: point.rule.law.map(({ law, published }) => `${law} (${published})`).join("; "),
  })),
});
