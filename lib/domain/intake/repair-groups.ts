import { addUsd, type Usd, ZERO_USD } from "../money";
import type { CellKind, CellRepair, RepairAction, RepairLoss } from "./repair-proposal";

/** Cells that one and the same act repairs, in one column. */
export type RepairGroup = {
  /** Names the group in addresses and forms. */
  readonly key: string;
  readonly state: CellRepair["state"];
  /** Null where nothing in the file brings the cells back. */
  readonly action: RepairAction | null;
  readonly loss: RepairLoss | null;
  readonly column: string;
  readonly columnIndex: number | null;
  readonly kind: CellKind;
  readonly count: number;
  /** Cells with more than one candidate: each needs a choice of its own. */
  readonly toChoose: number;
  /** IEEPA duty on the rows of the group, as they read once repaired; USD, exact, each row once. */
  readonly ieepaDuty: Usd;
  readonly examples: readonly CellRepair[];
};

const EXAMPLES_MAX = 3;

/** Which group a cell belongs to. Order of the file, of rows and of pages makes no difference. */
export const groupKeyOf = (repair: CellRepair): string =>
  [repair.columnIndex ?? "row", repair.state, actionOf(repair) ?? lossOf(repair)].join("|");

const actionOf = ({ candidates }: CellRepair): RepairAction | null => candidates[0]?.action ?? null;
const lossOf = (repair: CellRepair): RepairLoss | null => ("loss" in repair ? repair.loss : null);

/** Collects bad cells without keeping a million of them. */
export class RepairGroups {
  readonly #groups = new Map<string, RepairGroup>();

  /** @param ieepaDuty - of the row, as it reads once repaired; null where no IEEPA duty stands on it */
  add(repair: CellRepair, ieepaDuty: Usd | null): void {
    const key = groupKeyOf(repair);
    const group = this.#groups.get(key) ?? emptyGroup(key, repair);
    this.#groups.set(key, {
      ...group,
      count: group.count + 1,
      toChoose: group.toChoose + (repair.candidates.length > 1 ? 1 : 0),
      ieepaDuty: ieepaDuty === null ? group.ieepaDuty : addUsd(group.ieepaDuty, ieepaDuty),
      examples: group.examples.length < EXAMPLES_MAX ? [...group.examples, repair] : group.examples,
    });
  }

  /** IEEPA duty on a row that comes back with a cell of this group: the rows below the first one of a grouped report. */
  addDuty(repair: CellRepair, ieepaDuty: Usd): void {
    const group = this.#groups.get(groupKeyOf(repair));
    if (group !== undefined)
      this.#groups.set(group.key, { ...group, ieepaDuty: addUsd(group.ieepaDuty, ieepaDuty) });
  }

  /** What can be accepted comes first, most dollars first. */
  list(): readonly RepairGroup[] {
    return [...this.#groups.values()].toSorted(
      (a, b) => RANK[a.state] - RANK[b.state] || b.ieepaDuty.comparedTo(a.ieepaDuty) || b.count - a.count,
    );
  }
}

const RANK = { proven: 0, likely: 1, unrecoverable: 2 } as const satisfies Record<
  CellRepair["state"],
  number
>;

const emptyGroup = (key: string, repair: CellRepair): RepairGroup => ({
  key,
  state: repair.state,
  action: actionOf(repair),
  loss: lossOf(repair),
  column: repair.column,
  columnIndex: repair.columnIndex,
  kind: repair.kind,
  count: 0,
  toChoose: 0,
  ieepaDuty: ZERO_USD,
  examples: [],
});
