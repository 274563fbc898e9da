import { importersOf } from "@/lib/data/importers";
import { moneyByImporter, paymentAttestationsOf, paymentTroubles } from "@/lib/data/payment-attestations";
import type { Tenant } from "@/lib/data/tenant";

import type { PaymentFacts } from "./payment-rows";

/** What the points of every importer rest on. */
export const readPaymentFacts = async (t: Tenant): Promise<PaymentFacts> => ({
  importers: await importersOf(t).list(),
  attestations: await paymentAttestationsOf(t).latest(),
  troubles: await paymentTroubles(t),
  money: await moneyByImporter(t),
});
