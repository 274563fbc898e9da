import type { NonEmpty } from "../result";

/**
 * What rows of one thing show of it together: the last one, and of each of its cells the last that says anything.
 * @param inOrder - the later look after the earlier one
 */
export function lastKnown<Row>(inOrder: NonEmpty<Row>) {
  const [first, ...later] = inOrder;
  const known = <T>(of: (row: Row) => T | null): T | null =>
    inOrder.reduce<T | null>((before, row) => of(row) ?? before, null);
  return { last: later.at(-1) ?? first, known };
}
