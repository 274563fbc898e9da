import type { PlainStatus } from "@/lib/domain";
import type { ClaimView } from "@/lib/usecases/view-claim";
import { CLAIM_LIST_STATES } from "@/lib/wording/claim-list";

/** What the address asks of the list of claims. */
export type ClaimQuery = {
  /** Null: every state. */
  readonly state: PlainStatus | null;
  /** Only claims on which something is left to do. */
  readonly open: boolean;
};

type Found = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Anything else in the address is left aside. */
export const readClaimQuery = ({ state, open }: Found): ClaimQuery => ({
  state: CLAIM_LIST_STATES.find((known) => known === state) ?? null,
  open: open === "yes",
});

export function claimQueryText({ state, open }: ClaimQuery): string {
  const text = new URLSearchParams({
    ...(state === null ? {} : { state }),
    ...(open ? { open: "yes" } : {}),
  });
  return text.size === 0 ? "" : `?${text.toString()}`;
}

export const isAskedFor = ({ state }: ClaimView, query: ClaimQuery): boolean =>
  (query.state === null || state.plain === query.state) && (!query.open || state.open);
