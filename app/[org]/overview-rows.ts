import type { ComponentProps } from "react";

import type { FourFigures } from "@/components/overview/four-figures";
import type { LaneMoney } from "@/components/overview/money-by-lane";
import type { SourceRow } from "@/components/overview/source-freshness";
import type { DeadlineRow } from "@/components/overview/upcoming-deadlines";
import type { DeadlineDay } from "@/lib/data/deadlines";
import type { StoredImport } from "@/lib/data/imports";
import type { Overview } from "@/lib/data/overview";
import { CAPE_LANES, daysBetween, easternDay, usdText, type Day } from "@/lib/domain";
import { CLOCK_WORDS } from "@/lib/wording/clocks";
import { countOf } from "@/lib/wording/count";
import { formatDay, formatDaysAway } from "@/lib/wording/day";
import { formatSumAtRisk } from "@/lib/wording/deadlines";
import { LANES_IN_READING_ORDER } from "@/lib/wording/lanes";

import { deadlineDayHref } from "./deadlines/deadline-query";
import { isPressing } from "./deadlines/deadline-rows";
import { reportName } from "./imports/import-rows";

const CAPE_QUERY = CAPE_LANES.map((lane) => `lane=${lane}`).join("&");

export function toFigures(overview: Overview, base: string): ComponentProps<typeof FourFigures> {
  const ofCape = overview.lanes.filter(({ lane }) => CAPE_LANES.some((cape) => cape === lane));
  const entries = ofCape.reduce((count, lane) => count + lane.entries, 0);
  const ranges = ofCape.reduce((count, lane) => count + lane.ranges, 0);
  const more = ranges === 0 ? "" : `, and ${countOf(ranges, "range", "ranges")} not counted`;
  return {
    refundable: {
      amount: usdText(overview.refundable),
      href: `${base}/entries?${CAPE_QUERY}`,
      note: `${countOf(entries, "entry", "entries")} that CAPE takes today${more}`,
    },
    interest: {
      amount: usdText(overview.interest),
      href: `${base}/entries?${CAPE_QUERY}`,
      note: "estimate, if reliquidated today",
    },
    filed: {
      amount: usdText(overview.filed),
      href: `${base}/declarations`,
      note: "on declarations filed with CBP",
    },
    received: {
      amount: usdText(overview.received.total),
      ...(overview.received.basis === "payments"
        ? { href: `${base}/refunds`, note: "issued by Treasury and not returned" }
        : { href: `${base}/claims`, note: "noted as paid on claims" }),
    },
  };
}

export const toLaneMoney = ({ lanes }: Overview, base: string): readonly LaneMoney[] =>
  LANES_IN_READING_ORDER.flatMap((lane) => {
    const total = lanes.find((each) => each.lane === lane);
    return total
      ? [
          {
            lane,
            entries: total.entries,
            refundable: usdText(total.refundable),
            href: `${base}/entries?lane=${lane}`,
          },
        ]
      : [];
  });

export function toDeadlineRow(deadline: DeadlineDay, base: string, asOf: Day): DeadlineRow {
  const { day, kind } = deadline;
  const daysLeft = daysBetween(asOf, day);
  return {
    id: `${day} ${kind}`,
    day: formatDay(day),
    away: formatDaysAway(daysLeft),
    count: null,
    what: CLOCK_WORDS[kind].name,
    entries: deadline.clocks,
    refundable: formatSumAtRisk(usdText(deadline.atRisk), deadline.ranges),
    href:
      deadline.clocks === 1
        ? `${base}/entries/${deadline.firstEntry}`
        : deadlineDayHref(base, { day, kind, importer: "", all: false }),
    warning: isPressing(kind, daysLeft),
  };
}

/** Facts older than this may have changed in ACE. */
const STALE_AFTER_DAYS = 30;

export function toSourceRow(each: StoredImport, base: string, asOf: Day): SourceRow {
  const age = Math.max(0, daysBetween(easternDay(each.createdAt), asOf));
  return {
    id: each.id,
    href: `${base}/imports/${each.id}`,
    fileName: each.fileName,
    report: reportName(each),
    entries: each.entryCount,
    importedAt: each.createdAt.toISOString(),
    age: `imported ${formatDaysAway(-age)}`,
    stale: age > STALE_AFTER_DAYS,
  };
}
