import { stemmer } from "stemmer";

/** Words that say nothing about the subject. */
const EMPTY = new Set(
  `a an and any are as at be been but by can could did do does doing for from get gets getting give go going had has have
   having here him how i if in into is it its just let me mine my need no not of off ok on once one or our ours out please
   really shall she should so some still such tell than that the their them then there these they this those to too until
   us use used very want was we were what whats when where which while who whom why will with would yes yet you your yours
   about after all also am being both each else ever every happen happens mean means thing things way ways much many long
   somebody someone something anything know information percent show shows say says said see tell told work works must needed needs able possible apply applies applied`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/**
 * What importers say, and the words our pages use for it. Both sides are written plainly; each word on the left, in any
 * of its forms, also finds the words on the right.
 */
const SYNONYMS: Readonly<Record<string, string>> = {
  // Money and where it goes
  wire: "ach",
  transfer: "payment",
  bank: "ach account",
  routing: "ach",
  enroll: "enrolment",
  payout: "refund payment",
  reimbursement: "refund",
  repaid: "refund",
  mail: "check",
  cheque: "check",
  reconcile: "match compare",
  offset: "set-off diverted",
  debt: "bill set-off",
  garnish: "set-off diverted",
  bounced: "returned",
  missing: "without",
  // Entries, parties and programs
  ior: "importer record",
  broker: "filer",
  agent: "broker",
  forwarder: "broker carrier",
  client: "others somebody",
  license: "licensed",
  parcel: "mail entry",
  levy: "duty",
  cvd: "ad/cvd",
  adcvd: "ad/cvd",
  dumping: "ad/cvd",
  antidumping: "ad/cvd",
  countervailing: "ad/cvd",
  ftz: "zone foreign trade",
  bonded: "warehouse",
  shipment: "entry",
  recon: "reconciliation",
  psc: "post summary correction",
  hts: "tariff",
  code: "number",
  mpf: "merchandise",
  hmf: "harbor",
  steel: "metals 232",
  aluminum: "metals 232",
  aluminium: "aluminum metals 232",
  copper: "metals 232",
  split: "apart",
  lumber: "wood 232",
  timber: "wood 232",
  car: "vehicles 232",
  auto: "vehicles 232",
  canadian: "canada",
  mexican: "mexico",
  chinese: "china",
  japanese: "japan",
  korean: "korea",
  indian: "india",
  brazilian: "brazil",
  swiss: "switzerland",
  europe: "eu",
  european: "eu",
  ceiling: "whole",
  corporate: "corporation",
  // Filing and its answers
  submit: "upload file",
  portal: "ace",
  header: "heading",
  rejected: "rejection failed",
  rejection: "rejected",
  refused: "rejected",
  denied: "rejected",
  refile: "again declaration",
  resubmit: "again declaration",
  cancel: "withdraw",
  undo: "withdraw",
  api: "abi",
  edi: "abi",
  signer: "officer certification",
  // Law, courts and clocks
  cit: "court",
  lawsuit: "court",
  sue: "court",
  suit: "court",
  litigation: "court",
  judge: "court",
  cafc: "federal circuit appeal",
  scotus: "supreme court",
  vos: "v.o.s",
  ruling: "supreme court",
  illegal: "void",
  unlawful: "void",
  unconstitutional: "void",
  lawyer: "counsel",
  attorney: "counsel",
  due: "deadline",
  deadline: "days clock last",
  expire: "deadline days",
  max: "most limit",
  maximum: "most limit",
  limit: "most",
  overdue: "late",
  delayed: "late",
  eligible: "refundable takes",
  qualify: "refundable takes",
  allowed: "taken takes",
  // Files and programs
  fedex: "carrier",
  ups: "carrier",
  dhl: "carrier",
  invoice: "carrier",
  zeroes: "zeros",
  scientific: "excel",
  erp: "spreadsheet",
  spreadsheet: "excel",
  cloud: "server machine",
  offline: "network cable",
  internet: "network cable",
  vendor: "stranger",
  consultant: "stranger",
  privacy: "data",
  scam: "fraud",
  phishing: "fraud",
  login: "password",
  credentials: "password",
  overview: "pillars",
  cfo: "controller",
  current: "recent",
  accurate: "sure estimate",
  reliable: "sure",
  trust: "sure",
};

/** Turns of a question, and what they ask for without naming it. */
const TURNS: readonly (readonly [turn: RegExp, asksFor: string])[] = [
  [/\bhow (long|late|soon)\b|\b(by|until) when\b|\btoo late\b/i, "days"],
  [/\b(be|been|get|got) paid\b/i, "payment"],
];

/** A question with what its turns ask for. */
export const spelledOut = (question: string): string =>
  TURNS.reduce((said, [turn, asksFor]) => (turn.test(question) ? `${said} ${asksFor}` : said), question);

/** `es-003`, `9903.01.24`, `ad/cvd` and `15` stay whole; their parts are words as well. */
const WORD = /[a-z0-9]+(?:[./-][a-z0-9]+)*/g;

/** The words of a text, lower case, whole and in parts. */
export function wordsIn(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(/['’]s?\b/g, "")
      .match(WORD) ?? [];
  return words.flatMap((word) => {
    const parts = word.split(/[./-]/);
    return parts.length === 1 ? [word] : [word, ...parts.filter((part) => part.length > 1)];
  });
}

/** The form under which a word is kept and looked for; null for words that say nothing. Numbers keep every digit. */
export function termOf(word: string): string | null {
  if (EMPTY.has(word) || (word.length < 2 && !/\d/.test(word))) return null;
  return /\d|[./-]/.test(word) ? word : stemmer(word);
}

/** By the form in which a word is looked for: "lawyers" is "lawyer". */
const SYNONYM_TERMS = new Map<string, readonly string[]>();
for (const [word, others] of Object.entries(SYNONYMS)) {
  const term = termOf(word) ?? word;
  const found = wordsIn(others).flatMap((other) => termOf(other) ?? []);
  SYNONYM_TERMS.set(term, [...(SYNONYM_TERMS.get(term) ?? []), ...found]);
}

/** The terms a word of a question is looked for under: its own first, then those of its synonyms. */
export function termsFor(word: string): readonly string[] {
  const own = termOf(word);
  if (own === null) return [];
  return [...new Set([own, ...(SYNONYM_TERMS.get(own) ?? [])])];
}
