import type { AnsweredPoint, PresentFact, ScreenerOutcome } from "@/lib/domain";
import type { LaneTone } from "./lanes";

type OutcomeWords = {
  readonly title: string;
  readonly meaning: string;
  readonly steps: readonly string[];
  readonly tone: LaneTone;
};

const ACH_STEP =
  "In ACE, open the importer's own sub-account and give the bank details in the tab ACH Refund Authorization. A broker cannot do it for you.";
const CHECKLIST_STEP =
  "Go through the twelve points of the checklist: an accepted declaration can be neither amended nor withdrawn.";
const FILE_STEP = "Put the entry number into a CAPE Declaration and upload it in ACE, tab CAPE.";

/** What to do, by outcome; the law and the reasons stand below it on the page. */
export const SCREENER_OUTCOME_WORDS = {
  "not-importer": {
    title: "Somebody else has to file",
    meaning:
      "CAPE takes a declaration only from the importer of record or the broker that filed the entry, and CBP pays the refund to the importer of record. You may ask it to file, and to pass on what you bore.",
    steps: [
      "Find the importer of record and the entry number: box 26 of the entry summary (CBP Form 7501), or ask the carrier.",
      "Send the letter below. Whether the importer must pass the refund on is a matter of your contract, not of customs law.",
    ],
    tone: "blocked",
  },
  "already-claimed": {
    title: "It is claimed already",
    meaning: "CBP has accepted a declaration with this entry. It can be neither filed again nor withdrawn.",
    steps: ["Follow the claim in ACE: Claim Status, then reports ES-022 and REV-603 for the money."],
    tone: "done",
  },
  "not-ieepa": {
    title: "Nothing to claim here",
    meaning:
      "No IEEPA duty was paid on this entry, or it was entered outside the days of IEEPA. Duties under Sections 301, 232, 201 and 122 stay.",
    steps: [
      "If you are not certain, pull report ES-003 in ACE: it shows every tariff number with its own duty.",
    ],
    tone: "neutral",
  },
  "later-phase": {
    title: "CAPE does not take it now",
    meaning: "What stands below keeps the entry out of CAPE. A later phase or counsel may open a way.",
    steps: [
      "Watch the last days below: a protest window does not wait for a later phase.",
      "Ask counsel about the protest and the court, before the earliest of those days.",
    ],
    tone: "blocked",
  },
  court: {
    title: "The court, with counsel",
    meaning:
      "The entry was liquidated more than 180 days ago and no protest is open. CAPE and the protest are closed. An appeal about such entries is pending (CAFC 26-1895).",
    steps: [
      "Ask counsel about the Court of International Trade. The two years of 28 U.S.C. 2636(i) end on the earliest reading below.",
    ],
    tone: "blocked",
  },
  "phase-3": {
    title: "Phase 3, with counsel",
    meaning:
      "Finally liquidated entries of importers with their own case, listed by 2026-07-30, were announced for 2026-10-06. That it began is not confirmed.",
    steps: [
      "Ask counsel whether CBP takes your entries, and how.",
      "Until then the two years of 28 U.S.C. 2636(i) run on as shown below.",
    ],
    tone: "caution",
  },
  "protest-now": {
    title: "Protest now",
    meaning:
      "The entry was liquidated 81 to 180 days ago: CAPE rejects it, and a protest still keeps the right.",
    steps: [
      "File a protest (CBP Form 19) by the last day below, in ACE or on paper at the port.",
      "Do not file it in CAPE: it would come back as finally liquidated.",
    ],
    tone: "caution",
  },
  "withdraw-protest": {
    title: "Withdraw the protest, with counsel, then CAPE",
    meaning:
      "CAPE refuses the entry while the protest is open. It is only about IEEPA duty, and the 80 days still run.",
    steps: [
      "Ask counsel whether to withdraw it: a withdrawn protest gives up what it kept.",
      "File in CAPE by the last safe day below, not on day 80.",
    ],
    tone: "caution",
  },
  "fix-first": {
    title: "Correct the entry summary first",
    meaning: "CAPE would reject the entry as it stands, and the cause can still be corrected.",
    steps: ["Correct the entry summary by Post Summary Correction, then file in CAPE."],
    tone: "caution",
  },
  "needs-data": {
    title: "It hangs on what you do not know yet",
    meaning: "The facts named below lead to different answers, so none can be given.",
    steps: ["Find the facts named below, then change your answers."],
    tone: "caution",
  },
  "reconciliation-first": {
    title: "File the reconciliation entry first",
    meaning:
      "The type 09 is due in fewer than 30 days, so it comes first: CAPE never holds up reconciliation. Once it is on file, CAPE does not take the entry in this phase.",
    steps: [
      "Ask counsel or your broker about the type 09 now; where reconciliation would raise IEEPA duty, CBP's FAQ of 26 May 2026 says that it may be filed without depositing the increase.",
    ],
    tone: "caution",
  },
  "set-up-ace": {
    title: "Ready, once there is an ACE account",
    meaning:
      "CAPE would take the entry, but only the ACE portal takes declarations, and the importer has no account there.",
    steps: [
      "Apply for an ACE importer account at cbp.gov, or let the broker that filed the entry file the declaration.",
      ACH_STEP,
      FILE_STEP,
    ],
    tone: "caution",
  },
  "check-account": {
    title: "Ready, if the ACE account is",
    meaning:
      "CAPE would take the entry. Without an ACE account nothing can be filed; without ACH refund enrolment CBP holds the payment.",
    steps: [
      "Ask whoever manages the importer's ACE account whether the tabs CAPE and ACH Refund Authorization are there. An account unused for 45 days must be activated again.",
      CHECKLIST_STEP,
      FILE_STEP,
    ],
    tone: "caution",
  },
  "ready-held": {
    title: "Ready, but the refund would be held",
    meaning: "CAPE would take the entry. CBP holds the payment until ACH refund enrolment is done.",
    steps: [ACH_STEP, CHECKLIST_STEP, FILE_STEP],
    tone: "caution",
  },
  ready: {
    title: "Ready for CAPE",
    meaning: "On these answers CAPE would take the entry today.",
    steps: [CHECKLIST_STEP, FILE_STEP],
    tone: "ready",
  },
} as const satisfies Record<ScreenerOutcome, OutcomeWords>;

export const ANSWERED_POINT_WORDS = {
  attested: { name: "You say so", tone: "done" },
  failed: { name: "Not met", tone: "blocked" },
  "to-attest": { name: "Find out", tone: "caution" },
} as const satisfies Record<AnsweredPoint["state"], { readonly name: string; readonly tone: LaneTone }>;

/** Why an entry is shut out that the rules alone would let in. */
export const PRESENT_FACT_WORDS = {
  "type-09-on-file":
    "A reconciliation entry (type 09) is on file: CAPE does not take the entry in this phase.",
  "filed-outside-ace": "The entry was not filed in ACE: CAPE finds no such entry.",
} as const satisfies Record<PresentFact, string>;

/** What no answer can show. */
export const NEVER_KNOWN = [
  "Whether CBP accepts the entry: only its answer shows that.",
  "How much comes back: no amount was asked. Report ES-003 shows the duty on each tariff number.",
] as const;

export const IMPORTER_UNSURE =
  "Who the importer of record is: look at box 26 of the entry summary. Only that company or its broker may file.";

/** To whoever is the importer of record; brackets are for the writer to fill in. */
export const LETTER_TO_IMPORTER = `[Your name and address]
[Date]

To [importer of record: carrier, seller or broker]

Refund of IEEPA duties on entry [entry number, if you know it], shipment [air waybill, bill of lading or invoice number]

You were the importer of record of this shipment, and IEEPA duty of USD [amount on your invoice to us] was charged to us for it.

The Supreme Court held on 20 February 2026 that IEEPA authorizes no tariffs (Learning Resources v. Trump). CBP refunds the duty with interest to the importer of record through CAPE, a tab of the ACE portal. Only the importer of record or the broker that filed the entry may file the declaration.

Please tell us
1. the entry number, its entry date, and the day of its last liquidation, if any;
2. whether a CAPE Declaration with this entry was filed and accepted, and its claim number;
3. if not, that you will file it. CAPE takes an entry only until 80 days after its last liquidation; after that, and until day 180, a protest is needed;
4. how you will pass the refund and its interest on to us.

[Signature]
`;
