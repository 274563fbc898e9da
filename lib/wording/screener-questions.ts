import type {
  ACCOUNT_ANSWERS,
  COURT_ANSWERS,
  IMPORTER_ANSWERS,
  LIQUIDATION_ANSWERS,
  Obstacle,
  PROTEST_SUBJECTS,
  ScreenerQuestion,
  TYPE_09_ANSWERS,
  YES_NO_UNSURE,
} from "@/lib/domain";

type QuestionWords = {
  readonly question: string;
  /** Why it is asked, and where the answer is found. */
  readonly why: string;
  readonly law: string;
};

export const SCREENER_QUESTION_WORDS = {
  importer: {
    question: "Who is the importer of record?",
    why: "CAPE takes a declaration only from the importer of record, or from the broker that filed the entry. The importer of record stands in box 26 of the entry summary (CBP Form 7501).",
    law: "CSMS 68340863",
  },
  entry: {
    question: "Was IEEPA duty paid, and when were the goods entered?",
    why: "Only duty paid on tariff numbers 9903.01 and 9903.02 comes back, on goods entered from 2025-02-04 through 2026-02-23. Sections 301, 232, 201 and 122 stay; 9903.03 is Section 122.",
    law: "Learning Resources v. Trump; CSMS 67834313",
  },
  type: {
    question: "What is the entry type?",
    why: "CAPE refuses some types. The two digits stand in box 2 of the entry summary.",
    law: "CSMS 68340863; CSMS 69127837",
  },
  liquidation: {
    question: "Has CBP liquidated the entry?",
    why: "CAPE takes an entry until 80 days after its last liquidation or reliquidation, a protest may be filed until 180 days after it. ACE shows the day in the entry summary and in report ES-003, once Liquidation Date is added to its columns.",
    law: "CSMS 68340863; 19 U.S.C. 1514(c)(3)",
  },
  commerce: {
    question: "Has Commerce issued liquidation instructions for the AD/CVD case?",
    why: "An antidumping or countervailing duty entry is taken while its liquidation is suspended, and refused once it awaits liquidation on Commerce's instruction.",
    law: "19 U.S.C. 1504(d); CSMS 68340863",
  },
  obstacles: {
    question: "Does any of these apply to the entry?",
    why: "Each of them keeps an entry out of CAPE or sends it another way.",
    law: "CSMS 68340863; CSMS 69035485",
  },
  protestSubject: {
    question: "Is the protest only about IEEPA duty?",
    why: "CAPE refuses an entry under an open protest. One that is only about IEEPA duty may be withdrawn by counsel while the 80 days run.",
    law: "CBP, IEEPA duty refunds FAQ; 19 U.S.C. 1514",
  },
  reconciliation: {
    question: "Is a reconciliation entry (type 09) on file?",
    why: "Since 2026-06-29 CAPE takes entries of types 01, 02 and 06 that are flagged for reconciliation, as long as no type 09 is on file. CAPE comes first, unless the type 09 is due in fewer than 30 days.",
    law: "CSMS 69035485",
  },
  account: {
    question: "Does the importer have an ACE account with ACH refund enrolment?",
    why: "Declarations are uploaded in the ACE portal. Refunds are paid by ACH only: bank details are given in the ACH Refund Authorization tab of the importer's own sub-account, apart from the account that pays duty. CapeDesk never asks for either.",
    law: "CSMS 67648307; CSMS 68340863",
  },
  court: {
    question: "Did the importer sue in the Court of International Trade?",
    why: "Finally liquidated entries are announced only for importers with their own case whose importer number was given to the court by 2026-07-30.",
    law: "In re Tariffs Collected in Reliance on IEEPA, 2026 WL 2199714",
  },
} as const satisfies Record<ScreenerQuestion, QuestionWords>;

type Answers<A extends readonly string[]> = Readonly<Record<A[number], string>>;

const IMPORTER_ANSWER_WORDS = {
  we: "We are",
  broker: "Our client is; we are the licensed broker that filed the entry",
  other: "Somebody else is: a carrier, a seller, another company",
  unsure: "I do not know",
} as const satisfies Answers<typeof IMPORTER_ANSWERS>;

const IEEPA_ANSWER_WORDS = {
  yes: "Yes, duty was paid on a 9903.01 or 9903.02 number",
  no: "No, only other duties were paid",
  unsure: "I do not know",
} as const satisfies Answers<typeof YES_NO_UNSURE>;

const LIQUIDATION_ANSWER_WORDS = {
  open: "Not liquidated",
  held: "Suspended, extended or under review",
  liquidated: "Liquidated or reliquidated",
  unsure: "I do not know",
} as const satisfies Answers<typeof LIQUIDATION_ANSWERS>;

const COMMERCE_ANSWER_WORDS = {
  yes: "Yes",
  no: "No, liquidation is still suspended",
  unsure: "I do not know",
} as const satisfies Answers<typeof YES_NO_UNSURE>;

const OBSTACLE_WORDS = {
  claimed: "CBP has accepted a CAPE Declaration with it",
  protest: "A protest is open or suspended",
  drawback: "It is on a drawback claim",
  reconciliation: "It is flagged for reconciliation",
  surety: "The surety paid the duty",
} as const satisfies Record<Obstacle, string>;

export const NO_OBSTACLE = "None of these";
export const OBSTACLES_UNSURE = "I do not know of the others";

const PROTEST_SUBJECT_WORDS = {
  ieepa: "Yes, only about IEEPA duty",
  other: "No, about something else as well",
  unsure: "I do not know",
} as const satisfies Answers<typeof PROTEST_SUBJECTS>;

const TYPE_09_ANSWER_WORDS = {
  none: "No",
  filed: "Yes, it is on file",
  unsure: "I do not know",
} as const satisfies Answers<typeof TYPE_09_ANSWERS>;

const ACCOUNT_ANSWER_WORDS = {
  ach: "Yes, with ACH refund enrolment",
  ace: "An ACE importer account, without ACH refund enrolment",
  none: "No ACE importer account",
  unsure: "I do not know",
} as const satisfies Answers<typeof ACCOUNT_ANSWERS>;

const COURT_ANSWER_WORDS = {
  listed: "Yes, and the importer number was given to the court by 2026-07-30",
  sued: "Yes, but it was not given by then",
  none: "No",
} as const satisfies Answers<typeof COURT_ANSWERS>;

const TYPE_ANSWER_WORDS = {
  "outside-ace": "Not filed in ACE, such as mail",
  unsure: "I do not know",
} as const;

/** What each answer is called, by what is asked. */
export const ANSWER_WORDS = {
  importer: IMPORTER_ANSWER_WORDS,
  ieepa: IEEPA_ANSWER_WORDS,
  type: TYPE_ANSWER_WORDS,
  liquidation: LIQUIDATION_ANSWER_WORDS,
  commerce: COMMERCE_ANSWER_WORDS,
  obstacle: OBSTACLE_WORDS,
  protestSubject: PROTEST_SUBJECT_WORDS,
  type09: TYPE_09_ANSWER_WORDS,
  account: ACCOUNT_ANSWER_WORDS,
  court: COURT_ANSWER_WORDS,
} as const;
