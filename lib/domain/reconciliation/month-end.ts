import { addDays, type Day, day } from "../day";
import type { EntryNumber } from "../identifiers";
import { groupBy } from "../intake/group-by";
import { addUsd, subtractUsd, sumUsd, type Usd, ZERO_USD } from "../money";

/** `2026-10`. */
export type CalendarMonth = string & { readonly __brand: "CalendarMonth" };

export const monthOf = (on: Day): CalendarMonth => on.slice(0, 7) as CalendarMonth;

export const lastDayOf = (month: CalendarMonth): Day => addDays(day(`${nextMonth(month)}-01`), -1);

const nextMonth = (month: CalendarMonth): CalendarMonth => monthOf(addDays(day(`${month}-28`), 4));

/** Every month from that of one day to that of another, both included. */
export function monthsBetween(from: Day, to: Day): readonly CalendarMonth[] {
  const months: CalendarMonth[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) months.push(month);
  return months;
}

/** What is owed on one entry, and what came of it. */
export type ReceivableEntry = {
  /** Null: cents of payments that no entry explains. */
  readonly number: EntryNumber | null;
  readonly importerNumber: string | null;
  /** Filings and rejections in the order of their days; a rejected entry that is filed again is owed again. */
  readonly steps: readonly { readonly kind: "filed" | "rejected"; readonly day: Day }[];
  /** USD, whole cents. */
  readonly principal: Usd;
  /** Interest as it stands at the end of a day, USD, whole cents: it runs until the liquidation that pays. */
  readonly interestOn: (day: Day) => Usd;
  /** Money that came, or was set off against a bill; what was returned did not come. */
  readonly paid: readonly {
    readonly day: Day;
    readonly principal: Usd;
    readonly interest: Usd;
    readonly diverted: boolean;
  }[];
};

/** opening + added − paid − rejected = open, USD, for principal and for interest alike. */
export type MonthFigures = {
  readonly opening: Usd;
  /** Filed in the month; of interest also what ran up on what was filed before. */
  readonly added: Usd;
  readonly paid: Usd;
  /** Part of `paid`: set off against a bill of CBP. */
  readonly diverted: Usd;
  readonly rejected: Usd;
  readonly open: Usd;
};

export type MonthParts = { readonly principal: MonthFigures; readonly interest: MonthFigures };

/** All that had happened to an entry by the end of a day. */
type Standing = Pick<MonthFigures, "added" | "paid" | "diverted" | "rejected">;

const NOTHING_YET: Standing = { added: ZERO_USD, paid: ZERO_USD, diverted: ZERO_USD, rejected: ZERO_USD };

/** An entry whose payment differs from what is owed stays open by the difference: what is owed stays owed. */
function standingOf(entry: ReceivableEntry, part: "principal" | "interest", on: Day): Standing {
  const owedOn = (at: Day): Usd => (part === "principal" ? entry.principal : entry.interestOn(at));
  let [rejected, isOwed] = [ZERO_USD, false];
  for (const { kind, day: at } of entry.steps) {
    if (at > on) break;
    if (kind === "rejected" && isOwed) rejected = addUsd(rejected, owedOn(at));
    isOwed = kind === "filed";
  }
  const came = entry.paid.filter((payment) => payment.day <= on);
  return {
    rejected,
    added: isOwed ? addUsd(rejected, owedOn(on)) : rejected,
    paid: sumUsd(came.map((payment) => payment[part])),
    diverted: sumUsd(came.flatMap((payment) => (payment.diverted ? [payment[part]] : []))),
  };
}

/** One entry in one month. */
export function entryMonth(entry: ReceivableEntry, month: CalendarMonth): MonthParts {
  const before = addDays(day(`${month}-01`), -1);
  const figures = (part: "principal" | "interest"): MonthFigures => {
    const [then, now] = [standingOf(entry, part, before), standingOf(entry, part, lastDayOf(month))];
    return {
      opening: openOf(then),
      added: subtractUsd(now.added, then.added),
      paid: subtractUsd(now.paid, then.paid),
      diverted: subtractUsd(now.diverted, then.diverted),
      rejected: subtractUsd(now.rejected, then.rejected),
      open: openOf(now),
    };
  };
  return { principal: figures("principal"), interest: figures("interest") };
}

const openOf = ({ added, paid, rejected }: Standing): Usd => subtractUsd(subtractUsd(added, paid), rejected);

const NO_FIGURES: MonthFigures = { ...NOTHING_YET, opening: ZERO_USD, open: ZERO_USD };

/** Principal and interest of one month, or the same of two importers. */
export const addFigures = (a: MonthFigures, b: MonthFigures): MonthFigures => ({
  opening: addUsd(a.opening, b.opening),
  added: addUsd(a.added, b.added),
  paid: addUsd(a.paid, b.paid),
  diverted: addUsd(a.diverted, b.diverted),
  rejected: addUsd(a.rejected, b.rejected),
  open: addUsd(a.open, b.open),
});

export const sumMonths = (parts: readonly MonthParts[]): MonthParts => ({
  principal: parts.map(({ principal }) => principal).reduce(addFigures, NO_FIGURES),
  interest: parts.map(({ interest }) => interest).reduce(addFigures, NO_FIGURES),
});

export type ImporterMonth = MonthParts & { readonly importerNumber: string | null };

/** The receivable of a month by importer. The lines add up to the total of the same month. */
export function monthEnd(
  entries: readonly ReceivableEntry[],
  month: CalendarMonth,
): readonly ImporterMonth[] {
  const byImporter = groupBy(entries, ({ importerNumber }) => importerNumber);
  return [...byImporter]
    .map(([importerNumber, group]) => ({
      importerNumber,
      ...sumMonths(group.map((each) => entryMonth(each, month))),
    }))
    .toSorted((a, b) => ((a.importerNumber ?? "") < (b.importerNumber ?? "") ? -1 : 1));
}
