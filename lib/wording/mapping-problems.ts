import type { ColumnField, MappingProblem } from "@/lib/domain";
import { listOf } from "./facts";

/** `liquidationDate` → `Liquidation date`: good enough for 142 fields, of which people see a dozen. */
function formatField(field: ColumnField): string {
  const words = field.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/^Hts /, "HTS ");
}

const quoted = (headings: readonly string[]): string => listOf(headings.map((heading) => `\`${heading}\``));

/** Why the columns of a file cannot be told apart without help, and what to do. */
export function describeMappingProblem(problem: MappingProblem): string {
  switch (problem.kind) {
    case "ambiguous-heading":
      return `The column \`${problem.heading}\` may mean ${problem.fields.map(formatField).join(" or ")}. Rename it in the file to the one it is.`;
    case "duplicate-column":
      return `The columns ${quoted(problem.headings)} both seem to be ${formatField(problem.fields[0])}. Remove the one that is not.`;
    case "required-column-missing":
      return problem.aceObject === null
        ? `The column ${formatField(problem.fields[0])} is missing.`
        : `The column ${problem.aceObject} is missing. Add it to the report in ACE and run it again.`;
  }
}
