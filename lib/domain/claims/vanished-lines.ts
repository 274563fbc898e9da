import type { Entry, TariffLine } from "../entry";
import type { FactSource } from "../facts";
import { chapter99CodeOf } from "../identifiers";
import { lookUpChapter99 } from "../law/chapter-99";

/**
 * Where a report of tariff rows shows an entry without any IEEPA number, exemptions included: its first row. Null where it
 * shows one, or a row whose number cannot be read. CBP takes these rows off the summary when it processes a claim, so a
 * report pulled afterwards may lack them: inferred, CBP publishes no word on it. The absence proves nothing by itself.
 * @param shown - the entry as one file alone shows it
 */
export function shownWithoutIeepa({ lines, conflicts, echoes = [] }: Entry): FactSource | null {
  const all = [...lines, ...conflicts.flatMap(({ variants }) => variants), ...echoes];
  const [first] = all.toSorted((a, b) => a.source.row - b.source.row);
  return first === undefined || all.some(mayBeIeepa) ? null : first.source;
}

function mayBeIeepa({ hts }: TariffLine): boolean {
  if (hts === null) return true;
  const code = chapter99CodeOf(hts);
  return code !== null && lookUpChapter99(code, null, null)?.authority === "IEEPA";
}
