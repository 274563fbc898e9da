import { CLOCKS, type ClockKind } from "@/lib/domain";

import { CLOCK_WORDS } from "./clocks";
import { countOf } from "./count";
import { formatSumAtRisk } from "./deadlines";

type EventFacts = {
  readonly kind: ClockKind;
  readonly entries: number;
  /** Exchange form. */
  readonly atRisk: string;
  readonly ranges: number;
  readonly organization: string;
  /** The day by which one should have acted; null where CBP acts. */
  readonly safeDay: string | null;
};

/** `CAPE window ends: 14 entries, 51,200.00 USD at risk`. */
export const eventTitle = ({ kind, entries, atRisk, ranges }: EventFacts): string =>
  `${CLOCK_WORDS[kind].name}: ${countOf(entries, "entry", "entries")}, ${formatSumAtRisk(atRisk, ranges)} USD at risk`;

/** The rule, its law and when to act, a line each. */
export const eventText = ({ kind, organization, safeDay }: EventFacts): string =>
  [
    organization,
    `${CLOCK_WORDS[kind].rule} ${CLOCKS[kind].source.map(({ law }) => law).join("; ")}.`,
    ...(safeDay === null ? [] : [`Last safe day: ${safeDay}.`]),
    "Certain refundable duty. Not legal advice.",
  ].join("\n");

export const calendarName = (organization: string): string => `CapeDesk deadlines: ${organization}`;
