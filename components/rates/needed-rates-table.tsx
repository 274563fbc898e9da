import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

export type NeededRateRow = {
  /** Digits only, as it is sent. */
  readonly hts: string;
  /** As people read it: `8413.91.9085`. */
  readonly number: string;
  readonly entries: number;
  /** Exchange form. */
  readonly atStake: string;
  /** What the tariff schedule prints, where that is no percentage: `3.7¢/kg`. */
  readonly printed: string | null;
};

type RateFormProps = {
  readonly hts: string;
  readonly number: string;
  readonly org: string;
  readonly action: FormAction;
  readonly percent?: string;
};

/** One field: the percentage, typed once for every line with this number. */
export function RateForm({ hts, number, org, action, percent }: RateFormProps) {
  return (
    <ActionForm
      action={action}
      hidden={{ org, hts }}
      submit="Store"
      pending="Storing"
      variant="secondary"
      className="flex flex-wrap items-end gap-2 font-sans whitespace-normal"
    >
      <Input
        id={`rate-${hts}`}
        name="percent"
        label="Percent"
        aria-label={`Percent for ${number}`}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        required
        mono
        defaultValue={percent}
        className="w-24"
      />
    </ActionForm>
  );
}

type NeededRatesTableProps = {
  readonly rows: readonly NeededRateRow[];
  readonly org: string;
  /** Null for somebody whose role may not answer. */
  readonly action: FormAction | null;
};

/** Tariff numbers whose refund is a range for want of a rate, most dollars first. */
export function NeededRatesTable({ rows, org, action }: NeededRatesTableProps) {
  if (rows.length === 0)
    return (
      <EmptyState title="No refund waits for a rate">
        Every 15% line either has its ordinary rate, or needs something else than a rate; its entry says what.
      </EmptyState>
    );
  return (
    <Table caption="Tariff numbers without an ordinary rate">
      <Thead>
        <tr>
          <Th>Tariff number</Th>
          <Th num>Entries</Th>
          <Th num>At stake, USD</Th>
          {action === null ? null : <Th>Ordinary rate</Th>}
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.hts}>
            <Td mono>
              {row.number}
              {row.printed === null ? null : (
                <span className="block font-sans text-muted">published as {row.printed}</span>
              )}
            </Td>
            <Td num>{formatCount(row.entries)}</Td>
            <Td num>{formatUsd(row.atStake)}</Td>
            {action === null ? null : (
              <Td>
                <RateForm hts={row.hts} number={row.number} org={org} action={action} />
              </Td>
            )}
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
