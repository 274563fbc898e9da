import "server-only";

import type { Tenant } from "@/lib/data/tenant";
import { receivablesOf, type Day, type ReceivableEntry } from "@/lib/domain";

import { viewRefunds, type RefundsView } from "./view-refunds";

export type BooksView = RefundsView & { readonly receivables: readonly ReceivableEntry[] };

/** What is owed and what came, for the books, with the reconciliation that it rests on. */
export async function viewBooks(t: Tenant, asOf: Day): Promise<BooksView> {
  const view = await viewRefunds(t, asOf);
  const filings = [...view.filings.values()].flat();
  return { ...view, receivables: receivablesOf(view.reconciliation.payments, view.expected, filings) };
}
