import type { DecidedBy } from "@/lib/data/entry-export";
import type { ListedEntry } from "@/lib/data/entry-list";
import { formatEntryNumber, usdText, type Usd } from "@/lib/domain";
import { toCsvLine, type OwnFigure } from "@/lib/files/safe-cell";
import { WITHOUT_BOUND } from "@/lib/wording/entry-export";
import { describeRemedy, UNCERTAIN_FACT_NAMES } from "@/lib/wording/facts";
import { LANE_WORDS } from "@/lib/wording/lanes";
import { describeReason } from "@/lib/wording/reasons";

/** An entry of the list as one line of a file for people. */
export const toEntryLine = (
  entry: ListedEntry,
  importers: ReadonlyMap<string, string>,
  decided: DecidedBy | undefined,
): string =>
  toCsvLine([
    ...[formatEntryNumber(entry.number), entry.importerNumber],
    importers.get(entry.importerNumber ?? "") ?? null,
    entry.entryType,
    ...[figure(entry.entryDate), figure(entry.liquidationDate)],
    LANE_WORDS[entry.lane].name,
    amount(entry.refundable),
    amount(entry.refundable ?? entry.refundableMin),
    amount(entry.refundable ?? entry.refundableMax) ?? WITHOUT_BOUND,
    amount(entry.interest),
    figure(entry.nextDeadline),
    decided ? reasonText(decided) : null,
  ]);

const figure = (text: string | null): OwnFigure | null => (text === null ? null : { figure: text });
const amount = (of: Usd | null): OwnFigure | null => (of === null ? null : { figure: usdText(of) });

const reasonText = ({ reasons, missing }: DecidedBy): string =>
  [
    ...reasons.map((reason) => describeReason(reason).sentence),
    ...missing.map((fact) => `${UNCERTAIN_FACT_NAMES[fact.fact]}: ${describeRemedy(fact)}`),
  ].join(" ");
