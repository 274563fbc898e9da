import { MoneyBar } from "@/components/ui/money-bar";
import type { Lane } from "@/lib/domain";
import { countOf } from "@/lib/wording/count";
import { LANES_IN_READING_ORDER, LANE_WORDS } from "@/lib/wording/lanes";
import { formatUsd } from "@/lib/wording/money";

export type LaneMoney = {
  readonly lane: Lane;
  readonly entries: number;
  /** Certain refundable duty, exchange form. */
  readonly refundable: string;
  readonly href: string;
};

/** One bar, dollars per lane; lanes without entries are left out. */
export function MoneyByLane({ lanes }: { readonly lanes: readonly LaneMoney[] }) {
  const byLane = new Map(lanes.map((money) => [money.lane, money]));
  const parts = LANES_IN_READING_ORDER.flatMap((lane) => {
    const money = byLane.get(lane);
    if (money === undefined || money.entries === 0) return [];
    const { name, tone } = LANE_WORDS[lane];
    return {
      id: lane,
      label: name,
      tone,
      size: money.refundable,
      amount: formatUsd(money.refundable),
      note: countOf(money.entries, "entry", "entries"),
      href: money.href,
    };
  });
  return <MoneyBar label="Refundable duty by lane" parts={parts} />;
}
