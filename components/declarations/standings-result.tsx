import { Download } from "lucide";
import { Badge } from "@/components/ui/badge";
import { buttonLook } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";

type StandingsResultProps = {
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly advice: string;
    readonly tone: Tone;
    readonly entries: string;
    readonly refundable: string;
  }[];
  /** "89-123456700: 12 entries". */
  readonly importers: readonly string[];
  readonly rows: readonly {
    readonly number: string;
    /** Null: no import shows it. */
    readonly href: string | null;
    readonly name: string;
    readonly tone: Tone;
    readonly lane: string;
    readonly refundable: string | null;
    readonly declaration: { readonly name: string; readonly href: string } | null;
    readonly claims: string;
    readonly why: string;
  }[];
  /** All of it as a file, in a data address. */
  readonly csv: string;
};

/** More would slow the page; the file holds all. */
const ROWS_SHOWN = 500;

/** What the books say of every number of a file. */
export function StandingsResult({ groups, importers, rows, csv }: StandingsResultProps) {
  return (
    <>
      <Panel
        title="Against your books"
        note={
          importers.length > 1
            ? `Of ${String(importers.length)} importers: ${importers.join(", ")}.`
            : undefined
        }
        flush
      >
        <Table caption="Against your books">
          <Thead>
            <tr>
              <Th>What the books say</Th>
              <Th>What to do</Th>
              <Th num>Entries</Th>
              <Th num>Refundable, USD</Th>
            </tr>
          </Thead>
          <Tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <Td className="min-w-40">
                  <Badge tone={group.tone}>{group.name}</Badge>
                </Td>
                <Td className="min-w-56 text-muted">{group.advice}</Td>
                <Td num>{group.entries}</Td>
                <Td num>{group.refundable}</Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      </Panel>
      <Panel
        title="Number by number"
        note={rows.length > ROWS_SHOWN ? `The first ${String(ROWS_SHOWN)}; the file holds all.` : undefined}
        actions={
          <a
            href={csv}
            download="check-against-books.csv"
            className={buttonLook({ variant: "secondary", size: "sm" })}
          >
            <Icon of={Download} className="size-3.5" />
            Download CSV
          </a>
        }
        flush
      >
        <NumbersTable rows={rows.slice(0, ROWS_SHOWN)} />
      </Panel>
    </>
  );
}

function NumbersTable({ rows }: Pick<StandingsResultProps, "rows">) {
  return (
    <Table caption="Number by number">
      <Thead>
        <tr>
          <Th>Entry</Th>
          <Th>What the books say</Th>
          <Th>Lane and why</Th>
          <Th>Declaration, claim</Th>
          <Th num>Refundable, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <Td mono>{row.href === null ? row.number : <TextLink href={row.href}>{row.number}</TextLink>}</Td>
            <Td>
              <Badge tone={row.tone}>{row.name}</Badge>
            </Td>
            <Td className="min-w-56">
              <p>{row.lane}</p>
              <p className="text-muted">{row.why}</p>
            </Td>
            <Td className="min-w-40 break-all">
              {row.declaration === null ? null : (
                <TextLink href={row.declaration.href}>{row.declaration.name}</TextLink>
              )}
              <p>{row.claims}</p>
            </Td>
            <Td num>{row.refundable ?? <span className="font-sans text-muted">not known</span>}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
