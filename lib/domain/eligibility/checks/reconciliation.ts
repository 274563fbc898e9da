import { daysBetween } from "../../day";
import { CLOCKS } from "../../law/clocks";
import { asks, type Check, notes } from "../check";
import { isInsideCapeWindow } from "../inside-cape-window";

/** Entries flagged for reconciliation: some types since June 2026, as long as no type 09 is on file. */
export const reconciliation: Check = (
  { reconciliationFlagged, entryType, liquidation, entry },
  asOf,
  rules,
) => {
  if (!reconciliationFlagged) return [];
  const { acceptedTypes, source } = rules.reconciliation;
  if (!acceptedTypes.includes(entryType)) {
    const opening = rules.reconciliationAhead.find(({ acceptedTypes: types }) => types.includes(entryType));
    const reason = opening
      ? ({ kind: "reconciliation-not-yet-accepted", startsOn: opening.from } as const)
      : ({ kind: "reconciliation-not-for-this-type", entryType } as const);
    return [asks("excluded", reason, [source])];
  }
  if (!isInsideCapeWindow(liquidation, asOf)) return [];
  const [dueDate] = entry.facts.reconciliationDueDate.map(({ value }) => value).sort();
  const flagged = asks(
    "cape-recon",
    { kind: "reconciliation-flagged", entryType, dueDate: dueDate ?? null },
    [source],
  );
  if (dueDate === undefined) return [flagged];
  const daysLeft = daysBetween(asOf, dueDate);
  if (daysLeft >= CLOCKS.reconciliation.capeFirstFromDaysLeft) return [flagged];
  return [
    flagged,
    notes({ kind: "reconciliation-due-soon", dueDate, daysLeft }, CLOCKS.reconciliation.source),
  ];
};
