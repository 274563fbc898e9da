import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { PlainLink } from "@/components/ui/plain-link";

export type UnderstoodText =
  | {
      readonly kind: "verdict";
      readonly tone: "ready" | "caution";
      readonly title: string;
      readonly text: string;
    }
  | {
      readonly kind: "code";
      readonly code: string;
      readonly href: string;
      readonly rows: readonly {
        readonly program: string;
        readonly rate: string;
        readonly days: string;
        readonly origins: string;
        readonly meaning: string;
        readonly source: string;
      }[];
    };

/** What a question names that is answered from data: entry numbers and tariff numbers. */
export function UnderstoodList({ items }: { readonly items: readonly UnderstoodText[] }) {
  return items.map((item) =>
    item.kind === "verdict" ? (
      <Notice key={item.title} tone={item.tone} title={item.title}>
        <p>{item.text}</p>
      </Notice>
    ) : (
      <Panel
        key={item.code}
        title={item.code}
        note="By days of entry, both included."
        actions={<PlainLink href={item.href}>In the table of Chapter 99</PlainLink>}
        flush
      >
        <Table caption={`${item.code} by days of entry`}>
          <Thead>
            <tr>
              <Th>Entered</Th>
              <Th>Program</Th>
              <Th num>Rate</Th>
              <Th>Countries</Th>
              <Th>Refund</Th>
              <Th>Source</Th>
            </tr>
          </Thead>
          <Tbody>
            {item.rows.map((row) => (
              <tr key={row.days + row.origins}>
                <Td nowrap>{row.days}</Td>
                <Td>{row.program}</Td>
                <Td num>{row.rate}</Td>
                <Td className="min-w-28">{row.origins}</Td>
                <Td className="min-w-40">{row.meaning}</Td>
                <Td className="min-w-48 text-muted">{row.source}</Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      </Panel>
    ),
  );
}
