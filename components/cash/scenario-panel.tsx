import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

export type ScenarioRow = {
  readonly what: string;
  readonly today: string;
  readonly later: string;
  readonly href?: string | undefined;
};

type ScenarioPanelProps = {
  readonly path: string;
  readonly today: string;
  readonly on: string;
  /** Why the day that was asked for is not used. */
  readonly error?: string | undefined;
  readonly rows: readonly ScenarioRow[];
};

/** What waiting changes: the same entries filed today and on another day, side by side. */
export function ScenarioPanel({ path, today, on, error, rows }: ScenarioPanelProps) {
  return (
    <Panel
      title="What if everything were filed on"
      note="Every entry that CAPE takes today and that stands on no filed declaration, as if CBP accepted it on the day it is filed."
      flush
    >
      <form action={path} className="flex flex-wrap items-end gap-3 px-4 py-3">
        <Input
          id="scenario-day"
          name="on"
          type="date"
          mono
          label="Day of filing"
          defaultValue={on}
          min={today}
          error={error}
        />
        <Button type="submit" variant="secondary">
          Work it out
        </Button>
      </form>
      <Table caption="Filed today and filed later" className="border-t border-line">
        <Thead>
          <tr>
            <Th>Estimate</Th>
            <Th num>Filed {today}</Th>
            <Th num>Filed {on}</Th>
          </tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <tr key={row.what}>
              <Td>{row.href === undefined ? row.what : <TextLink href={row.href}>{row.what}</TextLink>}</Td>
              <Td num>{row.today}</Td>
              <Td num>{row.later}</Td>
            </tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
}
