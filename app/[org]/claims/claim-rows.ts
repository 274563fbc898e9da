import type { ClaimEventRow } from "@/components/claims/claim-timeline";
import type { ClaimRow } from "@/components/claims/claims-table";
import type { EntryOutcomeRow } from "@/components/claims/entry-outcomes-table";
import type { DeclaredEntry } from "@/lib/data/declared-entries";
import { formatEntryNumber, usdText, type BookEvent, type RowOutcome, type Usd } from "@/lib/domain";
import type { ClaimView } from "@/lib/usecases/view-claim";
import {
  CLAIM_EVENT_WORDS,
  CLAIM_FLAG_SENTENCES,
  OWNER_WORDS,
  PLAIN_STATUS_WORDS,
  ROW_OUTCOME_WORDS,
} from "@/lib/wording/claims";
import { countOf } from "@/lib/wording/count";
import { importerText } from "@/lib/wording/declarations";
import { formatUsd } from "@/lib/wording/money";

/** CBP's word, and the plain one beside it where they differ. */
export function statusText({ state }: Pick<ClaimView, "state">): string {
  const { name } = CLAIM_EVENT_WORDS[state.status];
  const plain = PLAIN_STATUS_WORDS[state.plain];
  return name.startsWith(plain) ? name : `${name} (${plain.toLowerCase()})`;
}

/** The page of a claim; those that we did not file go by CBP's number. */
export const claimHref = (
  { id, claimNumber }: Pick<ClaimView, "id" | "claimNumber">,
  base: string,
): string =>
  id === null ? `${base}/claims/elsewhere/${encodeURIComponent(claimNumber ?? "")}` : `${base}/claims/${id}`;

const withOutcome = ({ state }: ClaimView, outcome: RowOutcome): number =>
  state.rows.filter((row) => row.outcome === outcome).length;

/** As frozen with our declaration; of a claim filed elsewhere, what its entries come to now. USD, certain refunds only. */
export const refundableOfClaim = ({ own, now }: ClaimView): Usd =>
  own?.declaration.refundable ?? now.refundable;

export function toClaimRow(view: ClaimView, base: string): ClaimRow {
  const { own, now, state } = view;
  return {
    id: view.id ?? `number ${view.claimNumber ?? ""}`,
    href: claimHref(view, base),
    claimNumber: view.claimNumber,
    importer: own ? importerText(own.declaration) : now.importers.join(", "),
    elsewhere: own === null,
    status: statusText(view),
    tone: CLAIM_EVENT_WORDS[state.status].tone,
    filedOn: own === null ? null : state.filedOn,
    entries: view.entries.length,
    accepted: withOutcome(view, "accepted"),
    failed: withOutcome(view, "failed"),
    refundable: usdText(refundableOfClaim(view)),
  };
}

/** Names of the people and files that events come from, by id. */
type EventSources = {
  readonly people: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
};

/**
 * The timeline as people read it. What one file says of many entries is one line of it.
 */
export function toEventRows({ state }: ClaimView, sources: EventSources): readonly ClaimEventRow[] {
  const lines = new Map<string, BookEvent[]>();
  for (const event of state.timeline) {
    const key = lineOf(event);
    const line = lines.get(key);
    if (line) line.push(event);
    else lines.set(key, [event]);
  }
  return [...lines.values()].flatMap((events) => {
    const [first] = events;
    return first === undefined ? [] : [toEventRow(first, events, state.flags, sources)];
  });
}

const lineOf = ({ id, origin, kind, day, entryNumber, message }: BookEvent): string =>
  origin.kind === "typed" || entryNumber === null
    ? id
    : JSON.stringify([origin.source.file, kind, day, message]);

function toEventRow(
  first: BookEvent,
  events: readonly BookEvent[],
  flags: ClaimView["state"]["flags"],
  sources: EventSources,
): ClaimEventRow {
  const ids = new Set(events.map(({ id }) => id));
  const flag = flags.find((each) => each.events.some((id) => ids.has(id)));
  const amount = first.amount === null ? [] : [`${formatUsd(usdText(first.amount))} USD`];
  return {
    id: first.id,
    title: CLAIM_EVENT_WORDS[first.kind].name,
    tone: CLAIM_EVENT_WORDS[first.kind].tone,
    day: first.day,
    dayIsLatest: first.dayIsLatest === true,
    recordedAt: first.recordedAt,
    recordedFrom: recordedFrom(first, events.length, sources),
    scope: [...entriesText(events), ...amount].join(", ") || null,
    message: first.message,
    flag: flag ? CLAIM_FLAG_SENTENCES[flag.kind] : null,
  };
}

function recordedFrom({ origin, by }: BookEvent, events: number, { people, files }: EventSources): string {
  const person = people.get(by) ?? "a former member";
  if (origin.kind === "typed") return `typed by ${person}`;
  const { file, row } = origin.source;
  const rows = events === 1 ? `row ${String(row)}` : `row ${String(row)} and others`;
  return `${files.get(file) ?? "a file"}, ${rows}, uploaded by ${person}`;
}

/** One entry by its number, several by their count. */
function entriesText(events: readonly BookEvent[]): readonly string[] {
  const numbers = [...new Set(events.flatMap(({ entryNumber }) => entryNumber ?? []))];
  const [only] = numbers;
  if (only === undefined) return [];
  return [
    numbers.length === 1 ? `Entry ${formatEntryNumber(only)}` : countOf(numbers.length, "entry", "entries"),
  ];
}

const OUTCOME_ORDER = { failed: 0, unanswered: 1, accepted: 2 } as const satisfies Record<RowOutcome, number>;

/**
 * What needs somebody first.
 * @param declared - the entries of the declaration with the amounts that were frozen with it; none of a claim filed elsewhere
 */
export function toOutcomeRows(
  { state }: ClaimView,
  declared: readonly DeclaredEntry[],
  base: string,
): readonly EntryOutcomeRow[] {
  const amounts = new Map(declared.map((entry) => [entry.facts.number, entry.refundable]));
  const rows = state.rows.toSorted((a, b) => OUTCOME_ORDER[a.outcome] - OUTCOME_ORDER[b.outcome]);
  return rows.map(({ number, outcome, step, liquidatedOn, message, meaning, settled }) => {
    const amount = amounts.get(number);
    return {
      number: formatEntryNumber(number),
      href: `${base}/entries/${number}`,
      outcome: ROW_OUTCOME_WORDS[outcome].name,
      tone: ROW_OUTCOME_WORDS[outcome].tone,
      step: step === null ? null : CLAIM_EVENT_WORDS[step].name,
      liquidatedOn,
      message,
      meaning: meaning?.meaning ?? null,
      nextStep: meaning?.remedy ?? null,
      owner: meaning ? OWNER_WORDS[meaning.owner] : null,
      settled,
      refundable: amount ? usdText(amount) : null,
    };
  });
}
