import { INTAKE_LIMITS } from "./limits";
import type { RowProblem } from "./row-problem";

/** Problems of one kind in one column: how many, and the first few. */
export type ProblemGroup = {
  readonly kind: RowProblem["kind"];
  /** As the file prints it; null where the whole row is meant. */
  readonly column: string | null;
  readonly count: number;
  readonly examples: readonly RowProblem[];
};

/** Collects problems without keeping a million of them. */
export function createProblemGroups(): {
  readonly add: (problems: readonly RowProblem[]) => void;
  readonly list: () => readonly ProblemGroup[];
} {
  const groups = new Map<string, { count: number; readonly examples: RowProblem[] }>();
  return {
    add: (problems) => {
      for (const problem of problems) {
        const key = `${problem.kind} ${columnOf(problem) ?? ""}`;
        const group = groups.get(key) ?? { count: 0, examples: [] };
        group.count++;
        if (group.examples.length < INTAKE_LIMITS.problemExamplesMax) group.examples.push(problem);
        groups.set(key, group);
      }
    },
    list: () =>
      [...groups.values()].flatMap(({ count, examples }) => {
        const [first] = examples;
        return first === undefined ? [] : [{ kind: first.kind, column: columnOf(first), count, examples }];
      }),
  };
}

const columnOf = (problem: RowProblem): string | null => ("column" in problem ? problem.column : null);
