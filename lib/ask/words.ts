import { stemmer } from "stemmer";

/** Words that say nothing about the subject. */
const EMPTY = new Set(
  `a an and any are as at be been but by can could did do does doing for from get gets getting give go going had has have
   having here him how i if in into is it its just let me mine my need no not of off ok on once one or our ours out please
   really shall she should so some still such tell than that the their them then there these they this those to too until
   us use used very want was we were what whats when where which while who whom why will with would yes yet you your yours
   about after all also am being both each else ever every happen happens mean means thing things way ways much many long
   somebody someone something anything know information percent show shows say says said`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/**
 * What importers say, and the words our pages use for it. Both sides are written plainly; each word on the left also
 * finds the words on the right.
 */
const SYNONYMS: Readonly<Record<string, string>> = {
  wire: "ach",
  transfer: "payment",
  bank: "ach account",
  routing: "ach",
  deposited: "deposit",
  payout: "refund payment",
  mail: "check",
  drawbacks: "drawback",
  cvd: "ad/cvd",
  adcvd: "ad/cvd",
  antidumping: "ad/cvd",
  countervailing: "ad/cvd",
  ftz: "zone foreign trade",
  recon: "reconciliation",
  psc: "post summary correction",
  pscs: "post summary correction",
  cit: "court",
  lawsuit: "court",
  sue: "court",
  cafc: "federal circuit appeal",
  scotus: "supreme court",
  ruling: "supreme court",
  hts: "tariff",
  code: "number",
  scam: "fraud",
  phishing: "fraud",
  cloud: "server machine",
  password: "password",
  login: "password",
  erp: "spreadsheet",
  spreadsheet: "excel",
  zeroes: "zeros",
  scientific: "excel",
  template: "template",
  overview: "pillars",
  cfo: "controller",
  overdue: "late",
  delayed: "late",
  rejected: "rejection failed",
  rejection: "rejected",
  denied: "rejected",
  refile: "again declaration",
  resubmit: "again declaration",
  cancel: "withdraw",
  fedex: "carrier",
  ups: "carrier",
  dhl: "carrier",
  invoice: "carrier",
  canadian: "canada",
  mexican: "mexico",
  chinese: "china",
  japanese: "japan",
  eu: "eu",
  mpf: "merchandise",
  hmf: "harbor",
  corporate: "corporation",
  compound: "compounding",
  api: "abi",
  edi: "abi",
  ior: "importer record",
  broker: "broker filer",
  license: "licensed",
  lawyer: "counsel",
  attorney: "counsel",
  missing: "without",
  liquidate: "liquidation",
  max: "most limit",
  maximum: "most limit",
  limit: "most",
  deadline: "days clock last",
  due: "deadline",
  expire: "deadline days",
  current: "recent",
  eligible: "refundable takes",
  allowed: "taken takes",
};

/** Turns of a question that ask for a clock without naming one. */
const ASKS_FOR_A_CLOCK = /\bhow (long|late|soon)\b|\b(by|until) when\b|\btoo late\b/;

/** A question with what its turns ask for. */
export const spelledOut = (question: string): string =>
  ASKS_FOR_A_CLOCK.test(question.toLowerCase()) ? `${question} days` : question;

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

/** The terms a word of a question is looked for under: its own first, then those of its synonyms. */
export function termsFor(word: string): readonly string[] {
  const own = termOf(word);
  if (own === null) return [];
  const others = wordsIn(SYNONYMS[word] ?? "").flatMap((synonym) => termOf(synonym) ?? []);
  return [...new Set([own, ...others])];
}
