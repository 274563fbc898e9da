import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { PlainLink } from "@/components/ui/plain-link";
import type { Tone } from "@/components/ui/tone";

export type Chapter99CodeRow = {
  readonly id: string;
  readonly code: string;
  readonly href: string;
  readonly program: string;
  readonly kind: string;
  readonly rate: string;
  readonly countries: string;
  /** Every country by name, where `countries` only counts them. */
  readonly countriesInFull: string | null;
  /** "2025-03-04 to 2026-02-23", days of entry. */
  readonly days: string;
  /** "Refundable", "Stays". */
  readonly refund: string;
  readonly tone: Tone;
  readonly source: string;
  readonly note: string | null;
};

/** Rows of several codes: enough of each to find the right one. */
export function Chapter99Table({ rows }: { readonly rows: readonly Chapter99CodeRow[] }) {
  return (
    <Table caption="Chapter 99 numbers">
      <Thead>
        <tr>
          <Th>Number</Th>
          <Th>For a refund</Th>
          <Th>Program and note</Th>
          <Th>Rate</Th>
          <Th>Countries</Th>
          <Th>Entered</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td mono>
              <PlainLink href={row.href}>{row.code}</PlainLink>
            </Td>
            <Td>
              <Badge tone={row.tone}>{row.refund}</Badge>
            </Td>
            <Td className="min-w-56">
              {row.program}
              {row.note === null ? null : <span className="block text-muted">{row.note}</span>}
            </Td>
            <Td className="min-w-24">{row.rate}</Td>
            <Td className="min-w-32">{row.countries}</Td>
            <Td className="min-w-36">{row.days}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Every dated row of one code in full, oldest first. */
export function Chapter99History({ rows }: { readonly rows: readonly Chapter99CodeRow[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li key={row.id} className="space-y-1 py-3 print:break-inside-avoid">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">Entered {row.days}</span>
            <span>
              {row.kind}, {row.rate}
            </span>
            <Badge tone={row.tone}>{row.refund}</Badge>
          </p>
          <p>Countries: {row.countries}</p>
          {row.countriesInFull === null ? null : (
            <details>
              <summary className="text-sm text-accent">Which</summary>
              <p className="text-sm text-muted">{row.countriesInFull}</p>
            </details>
          )}
          {row.note === null ? null : <p>{row.note}</p>}
          <p className="text-sm text-muted">{row.source}</p>
        </li>
      ))}
    </ol>
  );
}
