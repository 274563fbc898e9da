import { day } from "../day";
import type { BookEvent, ClaimStatement } from "../claims/claim-statement";

/** A row of Claim Details of 5 November 2026 that says an entry was accepted on claim 900000000001. */
export const aStatement = (
  number: ClaimStatement["number"],
  change: Partial<ClaimStatement> = {},
): ClaimStatement => ({
  source: { file: "claims.csv", row: 2 },
  ...{ day: day("2026-11-05"), recordedAt: "2026-11-06T10:00:00.000Z", by: "ana" },
  ...{ number, claimNumber: "900000000001", outcome: "accepted", status: "Entry Summary Updated" },
  ...{ statusOf: "entry", message: null, liquidatedOn: null, refundOn: null, refundStatus: null },
  ...change,
});

/** Somebody typed it: by default that the declaration was filed on 2 November 2026. */
export const aTypedEvent = (change: Partial<BookEvent> = {}): BookEvent => ({
  ...{ id: "typed", kind: "filed", day: day("2026-11-02"), recordedAt: "2026-11-02T10:00:00.000Z" },
  ...{ entryNumber: null, message: null, amount: null, by: "ana", origin: { kind: "typed" } },
  ...change,
});
