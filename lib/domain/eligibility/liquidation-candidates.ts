import { addDays, type Day } from "../day";
import { enteredOn } from "../entered-on";
import type { Entry } from "../entry";
import { valuesOf } from "../facts";
import { CLOCKS } from "../law/clocks";
import { isNonEmpty, type NonEmpty } from "../result";
import { type Candidates, found, known, missing } from "./candidates";
import type { Liquidation } from "./facts-of-a-world";

/** What a status word says: liquidated, or in which way not. Null: nothing we know. */
export type LiquidationWord = "liquidated" | "open" | "pending" | "held";

const LIQUIDATION_WORDS = [
  ["liquidated", "liquidated"],
  ["reliquidated", "liquidated"],
  ["unliquidated", "open"],
  ["not liquidated", "open"],
  ["pending", "pending"],
  ["scheduled", "pending"],
  ["suspended", "held"],
  ["extended", "held"],
  ["under review", "held"],
] as const satisfies readonly (readonly [string, LiquidationWord])[];

/** Reads the status as files word it; `Open` and `Closed` are legacy codes whose meaning CBP does not publish. */
export const liquidationWordIn = (status: string): LiquidationWord | null =>
  AS_ACE_WRITES.get(status) ?? wordIn(status);

function wordIn(status: string): LiquidationWord | null {
  const words = status.trim().toLowerCase().replaceAll(/\s+/g, " ");
  return LIQUIDATION_WORDS.find(([start]) => words.startsWith(start))?.[1] ?? null;
}

// Asked several times of nearly every entry, and nearly every file holds these words as ACE writes them.
const AS_ACE_WRITES: ReadonlyMap<string, LiquidationWord | null> = new Map(
  ["Liquidated", "Unliquidated", "Suspended", "Extended", "Under Review"].map((status) => [
    status,
    wordIn(status),
  ]),
);

/** The liquidation dates that can be true: one before the entry was made is a data error and counts as unknown. */
export function possibleLiquidationDates(entry: Entry): readonly Day[] {
  const { days } = enteredOn(entry);
  return valuesOf(entry.facts.liquidationDate).filter(
    (date) => days.length === 0 || days.some((on) => on <= date),
  );
}

/**
 * The date decides, the status only where there is none. Unknown: not liquidated, held, and liquidated inside the CAPE
 * window, inside the protest window and after both.
 */
export function liquidationCandidates(entry: Entry, asOf: Day): Candidates<Liquidation> {
  const statuses = valuesOf(entry.facts.liquidationStatus);
  const dates = possibleLiquidationDates(entry);
  if (isNonEmpty(dates))
    return distinct(
      dates.flatMap((on) => onDate(on, statuses, asOf)),
      found,
    );
  if (entry.facts.liquidationDate.length > 0) return missing(anyLiquidation(entry, asOf));
  if (isNonEmpty(statuses)) return withoutDate(statuses, entry, asOf);
  return entry.facts.liquidationBlank.length > 0
    ? known(notLiquidated("open", null, null))
    : missing(anyLiquidation(entry, asOf));
}

function onDate(on: Day, statuses: readonly string[], asOf: Day): readonly Liquidation[] {
  if (on <= asOf) return [{ kind: "liquidated", on }];
  const words = isNonEmpty(statuses) ? statuses : [null];
  return words.map((status) => {
    const held = status !== null && liquidationWordIn(status) === "held";
    return notLiquidated(held ? "held" : "pending", status, on);
  });
}

function withoutDate(statuses: NonEmpty<string>, entry: Entry, asOf: Day): Candidates<Liquidation> {
  const words = statuses.map(liquidationWordIn);
  const unsure = words.some((word) => word === null || word === "liquidated");
  const candidates = statuses.flatMap((status) => {
    const word = liquidationWordIn(status);
    if (word === null) return anyLiquidation(entry, asOf);
    return word === "liquidated" ? onSomeDay(entry, asOf) : [notLiquidated(word, status, null)];
  });
  return distinct(candidates, unsure ? missing : found);
}

const notLiquidated = (
  state: "open" | "pending" | "held",
  status: string | null,
  scheduledFor: Day | null,
): Liquidation => ({ kind: "not-liquidated", state, status, scheduledFor });

/**
 * One day on each side of the 80th and the 180th day, none before the entry. Where only the nearest one is left, the day
 * of entry stands beside it: a stand-in alone would be taken for the day itself.
 */
function onSomeDay(entry: Entry, asOf: Day): readonly Liquidation[] {
  const [first] = [...enteredOn(entry).days].sort();
  const days = [0, CLOCKS["cape-window"].days + 1, CLOCKS.protest.days + 1]
    .map((ago) => addDays(asOf, -ago))
    .filter((on) => first === undefined || first <= on);
  const isAlone = days.length === 1 && first !== undefined && first < asOf;
  return (isAlone ? [...days, first] : days).map((on) => ({ kind: "liquidated", on }));
}

const anyLiquidation = (entry: Entry, asOf: Day): NonEmpty<Liquidation> => [
  notLiquidated("open", null, null),
  notLiquidated("held", null, null),
  ...onSomeDay(entry, asOf),
];

function distinct(
  liquidations: readonly Liquidation[],
  as: (values: NonEmpty<Liquidation>) => Candidates<Liquidation>,
): Candidates<Liquidation> {
  const [only, another] = liquidations;
  if (only !== undefined && another === undefined) return as([only]);
  const byText = new Map(liquidations.map((liquidation) => [JSON.stringify(liquidation), liquidation]));
  const values = [...byText.values()];
  // An entry made after the day of screening cannot have been liquidated by then, whatever its status says.
  return isNonEmpty(values) ? as(values) : missing([notLiquidated("open", null, null)]);
}
