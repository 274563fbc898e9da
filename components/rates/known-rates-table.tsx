import { ActionForm } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/form-state";
import { Money } from "@/components/ui/money";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatCount } from "@/lib/wording/count";
import { formatUsdOrNull } from "@/lib/wording/money";
import { RateForm } from "./needed-rates-table";

export type KnownRateRow = {
  readonly hts: string;
  readonly number: string;
  /** As it is typed, `2.5`. */
  readonly percent: string;
  /** As it is read, `2.5%`. */
  readonly rate: string;
  readonly basis: { readonly name: string; readonly meaning: string };
  /** Who gave it and when, the edition, what the lines say instead. */
  readonly detail: string | null;
  readonly entries: number;
  /** Paid on 15 % lines with this number, exchange form; null where none has it. */
  readonly paid: string | null;
  /** A person gave it, so it can be withdrawn. */
  readonly given: boolean;
};

type RateActions = {
  readonly give: FormAction;
  readonly withdraw: FormAction;
};

type KnownRatesTableProps = {
  readonly rows: readonly KnownRateRow[];
  readonly org: string;
  readonly actions: RateActions | null;
};

function Change({ row, org, actions }: { row: KnownRateRow; org: string; actions: RateActions }) {
  return (
    <Disclosure summary="Change" className="font-sans whitespace-normal">
      <div className="space-y-2 pb-1">
        <RateForm hts={row.hts} number={row.number} org={org} action={actions.give} percent={row.percent} />
        {row.given ? (
          <ActionForm
            action={actions.withdraw}
            hidden={{ org, hts: row.hts }}
            submit="Withdraw"
            variant="danger"
            size="sm"
          />
        ) : null}
      </div>
    </Disclosure>
  );
}

/** The rates on which refunds rest, each with whose word it is. */
export function KnownRatesTable({ rows, org, actions }: KnownRatesTableProps) {
  if (rows.length === 0) return <EmptyState title="No ordinary rate is known yet" />;
  return (
    <Table caption="Known ordinary rates">
      <Thead>
        <tr>
          <Th>Tariff number</Th>
          <Th num>Rate</Th>
          <Th>Whose word</Th>
          <Th num>Entries</Th>
          <Th num>Paid on 15% lines, USD</Th>
          {actions === null ? null : (
            <Th>
              <span className="sr-only">Change</span>
            </Th>
          )}
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.hts}>
            <Td mono>{row.number}</Td>
            <Td num>{row.rate}</Td>
            <Td className="min-w-48">
              <span title={row.basis.meaning}>{row.basis.name}</span>
              {row.detail === null ? null : <span className="text-muted"> {row.detail}</span>}
            </Td>
            <Td num>{formatCount(row.entries)}</Td>
            <Td num>
              <Money amount={formatUsdOrNull(row.paid)} unknown="on none" />
            </Td>
            {actions === null ? null : (
              <Td>
                <Change row={row} org={org} actions={actions} />
              </Td>
            )}
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
