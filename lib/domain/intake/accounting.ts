import type { Usd } from "../money";
import type { SetAsideReason } from "./row-problem";

/**
 * What became of the rows of one file: read = used + set aside, always. Title rows, the first heading row and wholly
 * blank lines are not rows.
 */
export type RowAccounting = {
  readonly read: number;
  readonly used: number;
  readonly setAside: Readonly<Partial<Record<SetAsideReason, number>>>;
  /** IEEPA duty on rows that belong to no entry, USD, exact: nobody screens it until their numbers are mended. */
  readonly moneyNotScreened: Usd;
};

/** Rows set aside, of all reasons. */
export const setAsideCount = ({ setAside }: RowAccounting): number =>
  Object.values(setAside).reduce((sum, count) => sum + count, 0);

/** The accounting after rows changed between used and set aside: `null` stands for used. */
export function moveRow(
  accounting: RowAccounting,
  from: SetAsideReason | null,
  to: SetAsideReason | null,
): RowAccounting {
  const setAside = { ...accounting.setAside };
  if (from !== null) setAside[from] = (setAside[from] ?? 0) - 1;
  if (to !== null) setAside[to] = (setAside[to] ?? 0) + 1;
  const used = accounting.used - (from === null ? 1 : 0) + (to === null ? 1 : 0);
  return { ...accounting, used, setAside };
}
