import { LANE_WORDS } from "./lanes";

type Term = {
  readonly term: string;
  readonly meaning: string;
  /** A wrong belief in circulation, and what is right. */
  readonly wrong?: string;
};

const IEEPA_TERMS: readonly Term[] = [
  {
    term: "IEEPA duties",
    meaning:
      "Tariffs imposed under the International Emergency Economic Powers Act, void since Learning Resources v. Trump (20 February 2026). Collected on goods entered from 2025-02-04 through 2026-02-23.",
    wrong: "“Through 20 February 2026”: collection stopped on 24 February 2026 at midnight, US Eastern.",
  },
  {
    term: "CAPE",
    meaning:
      "Consolidated Administration and Processing of Entries: the tab of CBP's ACE portal where these refunds are asked for. A person uploads a CSV file; there is no programming interface, and ABI is not used.",
    wrong:
      "“Customs Automated Protest and Entry” and other expansions are wrong: CAPE is neither a protest nor filed by ABI.",
  },
  {
    term: "CAPE Declaration",
    meaning:
      "The filing: a CSV file with one column, Entry Number, and at most 9,999 entry numbers. Accepted, it becomes a claim that can be neither amended nor withdrawn.",
    wrong: "“10,000 rows”: CBP's guide counts the heading among them.",
  },
  {
    term: "Claim",
    meaning: "What an accepted declaration becomes, under a claim number that CBP assigns.",
  },
  {
    term: "Chapter 99",
    meaning:
      "Temporary tariff numbers that stand above the commodity number of a line and tell the program: IEEPA is 9903.01, 9903.02 and the exemptions 9903.96.01 and .02.",
    wrong:
      "“All of 9903 comes back”: 9903.03 is Section 122, 9903.88 and .91 Section 301, 9903.8x Section 232.",
  },
  {
    term: "Phase 1, 2, 3",
    meaning:
      "Names the trade gives to what CAPE takes: unliquidated and recently liquidated entries (since 2026-04-20); entries flagged for reconciliation without a type 09 (since 2026-06-29); finally liquidated entries of importers with their own case (announced for 2026-10-06, not confirmed). Sources number them differently.",
  },
  {
    term: "Column 1",
    meaning: "The ordinary duty rate. Five IEEPA agreements carry 15 % including it.",
  },
];

const ENTRY_TERMS: readonly Term[] = [
  {
    term: "ACE",
    meaning:
      "CBP's portal. Its report ES-003 lists entries, lines and tariff numbers; ES-022 and REV-603 list refunds.",
  },
  {
    term: "Entry summary (CBP Form 7501)",
    meaning:
      "The declaration of an import: its lines, and on each line a stack of tariff numbers with their own duty.",
  },
  {
    term: "Line, tariff number, ordinal",
    meaning:
      "A line has one commodity number (Chapters 1 to 97) and the Chapter 99 numbers above it, in the order of their ordinals. Each has its own duty; the entered value stands on the commodity number.",
  },
  {
    term: "Entry number",
    meaning:
      "Eleven characters: filer code, seven digits, check digit. Text, never a number: a spreadsheet drops its zeros or turns it into 8E+126.",
  },
  {
    term: "Entry date",
    meaning: "The day the goods were entered. IEEPA rates and the IEEPA window go by it.",
  },
  {
    term: "Entry type",
    meaning:
      "Two digits for the kind of entry: 01 consumption, 03 AD/CVD, 06 foreign trade zone, 21 warehouse and more.",
  },
  {
    term: "Importer of record (IOR)",
    meaning: "Who is liable for the duty, and whose refund it is.",
  },
  { term: "Filer", meaning: "Who filed the entry: the first three characters of the entry number." },
  {
    term: "Statement",
    meaning:
      "CBP's bill for the duty, per entry, day or month. A periodic monthly statement is paid by the 15th working day of the following month.",
  },
  {
    term: "Deposit day",
    meaning: "When the estimated duty was paid; interest runs from the day after.",
  },
  {
    term: "Surety",
    meaning: "Who guarantees the duty by a bond. Entries whose duty the surety paid stay out of CAPE.",
  },
];

const LAW_TERMS: readonly Term[] = [
  {
    term: "Liquidation, reliquidation",
    meaning:
      "CBP's final computation of the duty, and a second one. A date ahead is a schedule, not a liquidation.",
  },
  {
    term: "CAPE window",
    meaning:
      "CBP rejects an entry that was last liquidated more than 80 days ago. Day 80 is in, at the filer's risk.",
  },
  {
    term: "Suspended, extended, under review",
    meaning: "Liquidation is held up. CAPE takes the entry, and the refund follows at liquidation.",
  },
  {
    term: "Protest",
    meaning: "CBP Form 19, within 180 days of liquidation or reliquidation (19 U.S.C. 1514(c)(3)).",
  },
  {
    term: "Court of International Trade (CIT)",
    meaning:
      "Where entries go that neither CAPE nor a protest takes. Two years; when they start is disputed (28 U.S.C. 2636(i)).",
  },
  {
    term: "Post Summary Correction (PSC)",
    meaning:
      "Mends the data of a summary, by day 300 after entry and at least 15 days before a scheduled liquidation. Blocked once a claim is accepted (error 864).",
    wrong: "“Ask for the refund by PSC”: CBP does not allow it.",
  },
  {
    term: "Reconciliation, type 09",
    meaning:
      "Values left open and settled later on a reconciliation entry. CAPE comes first, unless the type 09 is due in fewer than 30 days.",
  },
  {
    term: "Drawback",
    meaning:
      "Duty returned because goods were exported or destroyed. An entry on a drawback claim stays out of CAPE.",
  },
  {
    term: "AD/CVD",
    meaning:
      "Antidumping and countervailing duty (types 03, 07, 34, 38). Not refundable here; liquidation is suspended until Commerce instructs CBP.",
  },
  {
    term: "ACH refund",
    meaning:
      "The only way CBP pays: bank details in the ACH Refund Authorization tab of the importer's sub-account, apart from the account that pays duty.",
  },
  {
    term: "CBP Form 4811",
    meaning:
      "Names a party other than the importer of record to which CBP sends the money, together with box 28 of the 7501.",
  },
  {
    term: "Interest",
    meaning:
      "From the day after the deposit through the day of liquidation or reliquidation, at the published rate of each quarter, compounded daily (19 U.S.C. 1505; 26 U.S.C. 6621, 6622).",
    wrong: "“Compounded quarterly”: the rate is set by quarter; interest compounds daily.",
  },
];

const CAPEDESK_TERMS: readonly Term[] = [
  {
    term: "Lane",
    meaning: "What can be done with an entry today. Every entry has exactly one, with all reasons.",
  },
  ...Object.values(LANE_WORDS).map(({ name, meaning }) => ({ term: `Lane: ${name}`, meaning })),
  {
    term: "Proven, inferred, unconfirmed, unknown",
    meaning:
      "How sure a statement is: a file or CBP's answer shows it; it follows from other facts; its source could not be confirmed; the data cannot tell.",
  },
  {
    term: "Set aside",
    meaning: "A row that was read and not used, with the reason. Rows read are rows used and rows set aside.",
  },
  {
    term: "Last safe day",
    meaning:
      "The last day on which one should plan to act: day 74 for CAPE, else the last working day up to the last day.",
  },
  {
    term: "Evidence packet",
    meaning:
      "What was filed and why, frozen before the download: rows, amounts, rules, rates, and the hash of the file.",
  },
];

/** The words of the trade and of this application, by subject. */
export const GLOSSARY: readonly {
  readonly id: string;
  readonly name: string;
  readonly terms: readonly Term[];
}[] = [
  { id: "ieepa", name: "The refund", terms: IEEPA_TERMS },
  { id: "entry", name: "The entry", terms: ENTRY_TERMS },
  { id: "law", name: "Liquidation, protest, money", terms: LAW_TERMS },
  { id: "capedesk", name: "CapeDesk", terms: CAPEDESK_TERMS },
];

/** The day on which these words were last compared with their sources. */
export const GLOSSARY_REVIEWED_ON = "2026-11-22";

/** The place of a term on the page of the glossary. */
export const glossaryAnchor = (term: string): string =>
  term
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
