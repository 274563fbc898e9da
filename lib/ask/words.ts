import { stemmer } from "stemmer";

/** Words that say nothing about the subject. */
const EMPTY = new Set(
  `a an and any are as at be been but by can could did do does doing for from get gets getting give go going had has have
   having here him how i if in into is it its just let me mine my need no not of off ok on once one or our ours out please
   really shall she should so some still such tell than that the their them then there these they this those to too until
   us use used very want was we were what whats when where which while who whom why will with would yes yet you your yours
   about after all also am being both each else ever every happen happens mean means thing things way ways much many long
   somebody someone something anything know information percent show shows say says said see tell told work works must needed needs able possible apply applies applied
   nobody everybody anybody everyone anyone none nothing since already well far inside left now today yesterday tomorrow
   become became come comes came coming find found try tried trying look looks looking seem seems think want wants wanted
   whats hows wheres vs versus non thanks thank hello hi help question exactly actually maybe meantime anyway instead`
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
  cash: "payment money",
  arrived: "received paid",
  landed: "received paid",
  less: "short",
  underpaid: "short",
  shortfall: "short",
  shorted: "short",
  calculated: "computed expected",
  differs: "variance compare",
  gone: "expire",
  forfeited: "expire",
  reclamation: "claim refund",
  accruing: "runs stops",
  missing: "without",
  // Entries, parties and programs
  ior: "importer record",
  broker: "filer",
  agent: "broker",
  forwarder: "broker carrier",
  client: "others somebody organization",
  tenant: "organization",
  former: "old",
  previous: "old",
  prior: "old",
  switched: "new old",
  started: "began opened",
  three: "3",
  customer: "contracts",
  passthrough: "customer contracts",
  surcharge: "customer contracts",
  gmbh: "foreign",
  overseas: "foreign",
  nonresident: "foreign",
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
  fix: "correct mend",
  correct: "mend",
  stuck: "queued hangs",
  frozen: "queued hangs",
  hanging: "queued hangs",
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
  allowed: "taken takes may",
  // Files and programs
  fedex: "carrier",
  ups: "carrier",
  dhl: "carrier",
  invoice: "carrier",
  zeroes: "zeros",
  sha256: "sha-256",
  hash: "sha-256",
  scientific: "excel",
  erp: "spreadsheet",
  spreadsheet: "excel",
  cloud: "server machine",
  telemetry: "analytics server",
  gap: "unknown lacks",
  example: "sample",
  demo: "sample",
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
  [
    /\b\d+ (days?|weeks?|months?|years?) (ago|old|back)\b|\b(since|more than|over) \d+ (weeks|months)\b/i,
    "days",
  ],
  [/\bwho (can|may|must|has to|is (allowed|authorized|entitled|permitted))\b/i, "may"],
  [/\b(so far|to date|overall|in total)\b/i, "billion"],
  [/\b(mail|send|cut|issue|paper|get)\b.*\bche(ck|que)s?\b(?! digit)/i, "paper payment"],
];

/** Turns whose words mean something else together than each by itself: what they mean stands in for them. */
const IDIOMS: readonly (readonly [idiom: RegExp, means: string])[] = [
  [/\b(third|3rd|outside)[- ]part(y|ies)\b/gi, "anybody server"],
  [/\b(phon|call)(es?|s|ing)? home\b/gi, "telemetry"],
  [/\b(turn(s|ed)?|sent) (away|down|back)\b/gi, "refuses"],
  [/\b(chang|switch)(ed|ing|e)? (our |the |my )?(broker|forwarder)s?\b/gi, "new broker old broker"],
  [/\bbase (line|row|number|hts)\b/gi, "commodity row"],
  [/\bpass(ed|ing)? (it |them |this )?(on|through|along)\b/gi, "customer contracts"],
];

/** A question with what its turns ask for, and its idioms in plain words. */
export function spelledOut(question: string): string {
  const asked = TURNS.flatMap(([turn, asksFor]) => (turn.test(question) ? [asksFor] : []));
  const plain = IDIOMS.reduce((said, [idiom, means]) => said.replaceAll(idiom, means), question);
  return [plain, ...asked].join(" ");
}

const MONTHS = new Set(
  "january february march april may june july august september october november december".split(" "),
);

/** A month, a year of the duties or a stretch of time: it says when, and not what about. */
export const saysWhen = (word: string): boolean =>
  MONTHS.has(word) || /^202[56]$/.test(word) || /^(days?|weeks?|months?|years?|ago)$/.test(word);

/** `es-003`, `9903.01.24`, `ad/cvd` and `15` stay whole; their parts are words as well. */
const WORD = /[a-z0-9]+(?:[./-][a-z0-9]+)*/g;

/** The words of a text, lower case, whole and in parts. */
export function wordsIn(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(/['’]s?\b/g, "")
      .replaceAll(/(?<=\d)s\b/g, "") // 7501s
      .replaceAll(/(?<=\d),(?=\d{3}\b)/g, "") // 9,999
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

const LETTERS_MIN = 5;

/** The word with two neighbouring letters swapped, a letter doubled, or one of two taken out: the commonest slips. */
export const slipsOf = (word: string): readonly string[] =>
  word.length < LETTERS_MIN || /\d/.test(word)
    ? []
    : Array.from({ length: word.length - 1 }, (_, at) => {
        const [before, here, next] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)];
        const after = word.slice(at + 2);
        const without = here === next ? [before + next + after] : [];
        return [before + next + here + after, before + here + here + next + after, ...without];
      }).flat();
