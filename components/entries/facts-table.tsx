import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

type FactValue = {
  readonly value: string;
  /** "ES003_part2.xlsx, row 4,182". */
  readonly source: string;
  readonly href?: string;
  /** The user settled that another value is true. */
  readonly overruled?: boolean;
};

export type FactRow = {
  readonly name: string;
  /** Empty: no file shows it. Several different values: the files disagree. */
  readonly values: readonly FactValue[];
};

/** Settled facts have one value left that counts. */
const isTorn = ({ values }: FactRow): boolean =>
  new Set(values.filter(({ overruled }) => overruled !== true).map(({ value }) => value)).size > 1;

/** Every fact with its value and the file and row it was read from; a torn fact shows all its values. */
export function FactsTable({ facts }: { readonly facts: readonly FactRow[] }) {
  return (
    <Table caption="Facts and where they were read">
      <Thead>
        <tr>
          <Th>Fact</Th>
          <Th>Value</Th>
          <Th>Read from</Th>
        </tr>
      </Thead>
      <Tbody>
        {facts.map((fact) => (
          <tr key={fact.name}>
            <th scope="row" className="px-2.5 py-2 text-left align-top font-normal first:pl-4">
              {fact.name} {isTorn(fact) ? <Badge tone="caution">Files disagree</Badge> : null}
            </th>
            <Td mono>
              {fact.values.length === 0 ? (
                <span className="font-sans text-muted">not in any file</span>
              ) : (
                fact.values.map(({ value, source, overruled }) => (
                  <div key={`${value} ${source}`} className={overruled === true ? "text-muted" : undefined}>
                    {value}{" "}
                    {overruled === true ? (
                      <span className="font-sans">
                        <Badge tone="neutral">Overruled</Badge>
                      </span>
                    ) : null}
                  </div>
                ))
              )}
            </Td>
            <Td className="min-w-56 text-muted">
              {fact.values.map(({ value, source, href }) => (
                <div key={`${value} ${source}`}>
                  {href === undefined ? source : <TextLink href={href}>{source}</TextLink>}
                </div>
              ))}
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
