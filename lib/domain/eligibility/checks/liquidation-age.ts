import { addDays, addYears, type Day, daysBetween } from "../../day";
import { CLOCKS, DEEMED_LIQUIDATION } from "../../law/clocks";
import type { Phase3 } from "../../law/phase-3";
import { asks, type Check, notes } from "../check";
import type { CompleteEntry, Liquidation } from "../facts-of-a-world";
import type { Finding } from "../verdict";

/** How long ago the last (re)liquidation was, counted from day 0: within 80 days CAPE, within 180 protest, then court. */
export const liquidationAge: Check = ({ liquidation, entryDate }, asOf, rules) => {
  if (liquidation.kind === "liquidated") return sinceLiquidation(liquidation.on, asOf, rules.phase3);
  const { status, scheduledFor } = liquidation;
  const confidence = status === null && scheduledFor === null ? "inferred" : "proven";
  const law = CLOCKS["cape-window"].source;
  const ready = asks("cape-ready", { kind: "not-liquidated", status, scheduledFor }, law, confidence);
  return [ready, ...overOneYear(liquidation, entryDate, asOf)];
};

function sinceLiquidation(liquidatedOn: Day, asOf: Day, phase3: Phase3 | null): readonly Finding[] {
  const days = daysBetween(liquidatedOn, asOf);
  const cape = CLOCKS["cape-window"];
  const lastProtestDay = addDays(liquidatedOn, CLOCKS.protest.days);
  if (asOf > lastProtestDay) {
    const reason = { kind: "liquidated-over-180-days", liquidatedOn, days } as const;
    return [asks("court", reason, CLOCKS.protest.source), ...(phase3 ? [announcement(phase3)] : [])];
  }
  if (days > cape.days) {
    const reason = { kind: "liquidated-81-to-180-days", liquidatedOn, days, lastProtestDay } as const;
    return [asks("protest", reason, CLOCKS.protest.source)];
  }
  const lastDay = addDays(liquidatedOn, cape.days);
  const ready = asks(
    "cape-ready",
    { kind: "liquidated-within-80-days", liquidatedOn, days, lastDay },
    cape.source,
  );
  if (days < cape.warnFromDay) return [ready];
  return [
    ready,
    notes({ kind: "cape-window-closing", lastDay, daysLeft: daysBetween(asOf, lastDay) }, cape.source),
  ];
}

const announcement = ({ announcedFor, listedBy, source, confidence }: Phase3): Finding =>
  notes({ kind: "phase-3-announced", announcedFor, listedBy }, source, confidence);

/** Unless extended or suspended, an entry is deemed liquidated a year after entry: "Unliquidated" is then improbable. */
function overOneYear(
  liquidation: Extract<Liquidation, { kind: "not-liquidated" }>,
  enteredOn: CompleteEntry["entryDate"],
  asOf: Day,
): readonly Finding[] {
  if (liquidation.state === "held" || asOf <= addYears(enteredOn, DEEMED_LIQUIDATION.years)) return [];
  return [noteOfOverOneYear(enteredOn)];
}

export function noteOfOverOneYear(enteredOn: Day): Finding {
  const deemedLiquidatedOn = addYears(enteredOn, DEEMED_LIQUIDATION.years);
  const reason = { kind: "over-one-year-unliquidated", enteredOn, deemedLiquidatedOn } as const;
  return notes(reason, [DEEMED_LIQUIDATION.source], "inferred");
}
