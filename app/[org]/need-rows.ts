import type { NeedRow } from "@/components/overview/needs-list";
import type { ClockKindSums } from "@/lib/data/deadlines";
import type { Overview } from "@/lib/data/overview";
import {
  CAPE_LANES,
  CLOCK_KINDS,
  daysBetween,
  rankNeeds,
  sumUsd,
  usdText,
  type ClockKind,
  type Day,
  type Lane,
  type Need,
  type PaymentState,
} from "@/lib/domain";
import { formatDay, formatDaysAway } from "@/lib/wording/day";
import { formatSumAtRisk } from "@/lib/wording/deadlines";
import { NEED_OF_CLOCK, NEED_WORDS } from "@/lib/wording/needs";

import { isPressing } from "./deadlines/deadline-rows";
import type { assessPayments } from "./payment-readiness/payment-rows";

type NeedFacts = {
  readonly overview: Pick<Overview, "lanes" | "frozen">;
  readonly kinds: ReadonlyMap<ClockKind, ClockKindSums>;
  readonly payments: ReturnType<typeof assessPayments>;
};

type Asked = Need & Omit<NeedRow, "amount"> & { readonly ranges: number };

/** Everything that asks for somebody, the most urgent first. */
export const toNeedRows = (
  { overview, kinds, payments }: NeedFacts,
  base: string,
  asOf: Day,
): readonly NeedRow[] =>
  rankNeeds([
    ...clockNeeds(kinds, base, asOf),
    ...laneNeeds(overview, base),
    ...paymentNeeds(payments, base),
  ]).map(({ id, what, why, when, pressing, href, dollars, ranges }) => ({
    ...{ id, what, why, when, pressing, href },
    amount: formatSumAtRisk(usdText(dollars), ranges),
  }));

const clockNeeds = (kinds: NeedFacts["kinds"], base: string, asOf: Day): readonly Asked[] =>
  CLOCK_KINDS.flatMap((kind): readonly Asked[] => {
    const [words, sums] = [NEED_OF_CLOCK[kind], kinds.get(kind)];
    if (words === null || sums === undefined) return [];
    const daysLeft = daysBetween(asOf, sums.nextDay);
    return [
      {
        id: kind,
        what: words.what(sums.clocks),
        why: words.why,
        when: `${formatDay(sums.nextDay)}, ${formatDaysAway(daysLeft)}`,
        pressing: isPressing(kind, daysLeft),
        href: `${base}/deadlines?kind=${kind}`,
        dollars: sums.atRisk,
        ranges: sums.ranges,
        daysLeft,
      },
    ];
  });

const NO_CLOCK = { when: null, pressing: false, daysLeft: null } as const;

function laneNeeds({ lanes, frozen }: NeedFacts["overview"], base: string): readonly Asked[] {
  const inLanes = (wanted: readonly Lane[]) => lanes.filter(({ lane }) => wanted.includes(lane));
  const needOf = (id: "declare" | "answer", wanted: readonly Lane[], href: string): readonly Asked[] => {
    const of = inLanes(wanted);
    const entries = of.reduce((count, lane) => count + lane.entries, 0);
    if (entries === 0) return [];
    const dollars = sumUsd(of.map(({ refundable }) => refundable));
    const ranges = of.reduce((count, lane) => count + lane.ranges, 0);
    return [
      { ...NO_CLOCK, id, href, dollars, ranges, what: NEED_WORDS[id].what(entries), why: NEED_WORDS[id].why },
    ];
  };
  const upload: Asked = {
    ...NO_CLOCK,
    id: "upload",
    href: `${base}/declarations`,
    dollars: frozen.refundable,
    ranges: 0,
    what: NEED_WORDS.upload.what(frozen.files),
    why: NEED_WORDS.upload.why,
  };
  return [
    ...needOf("declare", CAPE_LANES, `${base}/declarations/new`),
    ...needOf("answer", ["needs-data"], `${base}/entries?lane=needs-data&sort=-refundable`),
    ...(frozen.files === 0 ? [] : [upload]),
  ];
}

const paymentNeeds = (payments: NeedFacts["payments"], base: string): readonly Asked[] =>
  (["red", "amber"] as const).flatMap((state: PaymentState): readonly Asked[] => {
    const of = payments.filter((each) => each.state === state);
    if (of.length === 0) return [];
    const words = state === "red" ? NEED_WORDS.payment : NEED_WORDS.enrolment;
    return [
      {
        ...NO_CLOCK,
        id: `payment ${state}`,
        what: words.what(of.length),
        why: words.why,
        href: `${base}/payment-readiness`,
        dollars: sumUsd(of.map(({ money }) => money)),
        ranges: 0,
      },
    ];
  });
