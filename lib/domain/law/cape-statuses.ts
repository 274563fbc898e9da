import type { ClaimEventKind } from "../claims/claim-event";
import { normaliseCapeText } from "./cape-messages";
import type { Citation } from "./citation";

/**
 * Where CBP uses the words. file-uploads and claim-status speak of the whole file or claim, claim-details of one entry of
 * it, refund of the money for one entry.
 */
type CapeScreen = "file-uploads" | "claim-status" | "claim-details" | "refund";

/** A word of CBP for the state of a claim, and the step of the timeline that it stands for. */
type CapeStatus = {
  readonly screen: CapeScreen;
  /** As CBP writes it. */
  readonly words: string;
  readonly kind: ClaimEventKind;
  readonly confidence: "primary" | "relayed" | "reported";
  readonly source: Citation;
};

const GUIDE: Citation = {
  law: "CBP, CAPE Declarations quick reference guide",
  published: "Apr 2026, relayed by trade guides",
};
const CLAIM_DETAILS: Citation = {
  law: "CAPE tab, Claim Details download",
  published: "seen in a public program that reads real files",
};
const REPORTS: Citation = { law: "CSMS 68536553", published: "CBP, 4 May 2026" };

/** The words of ACE for uploads, claims, their entries and their refunds. */
const CAPE_STATUSES: readonly CapeStatus[] = [
  {
    ...{ screen: "file-uploads", words: "Not started", kind: "filed" },
    ...{ confidence: "relayed", source: GUIDE },
  },
  {
    ...{ screen: "file-uploads", words: "Failed initial validation", kind: "rejected" },
    ...{ confidence: "relayed", source: GUIDE },
  },
  {
    ...{ screen: "file-uploads", words: "Rejected by batch validation", kind: "rejected" },
    ...{ confidence: "relayed", source: GUIDE },
  },
  {
    ...{ screen: "claim-status", words: "Accepted", kind: "accepted" },
    ...{ confidence: "relayed", source: GUIDE },
  },
  {
    ...{ screen: "claim-status", words: "Accepted with Error(s)", kind: "accepted-with-errors" },
    ...{ confidence: "relayed", source: GUIDE },
  },
  {
    ...{ screen: "claim-status", words: "Rejected", kind: "rejected" },
    ...{ confidence: "relayed", source: GUIDE },
  },
  {
    ...{ screen: "claim-details", words: "Entry Summary Updated", kind: "accepted" },
    ...{ confidence: "reported", source: CLAIM_DETAILS },
  },
  {
    ...{ screen: "claim-details", words: "Failed", kind: "rejected" },
    ...{ confidence: "reported", source: CLAIM_DETAILS },
  },
  {
    ...{ screen: "refund", words: "Sent to Treasury", kind: "sent-to-treasury" },
    ...{ confidence: "primary", source: REPORTS },
  },
  {
    ...{ screen: "refund", words: "Treasury Issued", kind: "treasury-issued" },
    ...{ confidence: "primary", source: REPORTS },
  },
  {
    ...{ screen: "refund", words: "Funds Diverted", kind: "funds-diverted" },
    ...{ confidence: "primary", source: REPORTS },
  },
  {
    ...{ screen: "refund", words: "Check/ACH Returned", kind: "payment-returned" },
    ...{ confidence: "primary", source: REPORTS },
  },
  // ACE REV-613 lists refunds that an account without ACH enrolment sent back.
  {
    ...{ screen: "refund", words: "SAP ACH Rejected", kind: "payment-returned" },
    ...{ confidence: "reported", source: REPORTS },
  },
];

const BY_WORDS: ReadonlyMap<string, CapeStatus> = new Map(
  CAPE_STATUSES.map((status) => [`${status.screen} ${normaliseCapeText(status.words)}`, status]),
);

/** The status that these words are on one of these screens, the first that knows them; null for words we do not know. */
export function capeStatusOf(words: string, screens: readonly CapeScreen[]): CapeStatus | null {
  const text = normaliseCapeText(words);
  for (const screen of screens) {
    const found = BY_WORDS.get(`${screen} ${text}`);
    if (found !== undefined) return found;
  }
  return null;
}
