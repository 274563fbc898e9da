import { Fragment } from "react";

import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatUsd, formatUsdOrNull } from "@/lib/wording/money";

import type { NamedBadge } from "./payments-table";

export type PaidEntryRow = {
  readonly key: string;
  readonly number: string;
  readonly href: string;
  readonly claim: string | null;
  readonly liquidated: string | null;
  /** Exchange form; null is not known. */
  readonly principalDue: string | null;
  readonly principalPaid: string | null;
  readonly interestDue: string | null;
  readonly interestPaid: string | null;
  /** Paid less expected, both parts; null where they cannot be compared. */
  readonly difference: string | null;
  readonly variances: readonly NamedBadge[];
  /** Why a figure is not known, or what the variance comes from. */
  readonly notes: readonly string[];
};

/** What was due on each entry beside what was paid on it, and below it why they differ. */
export function PaidEntriesTable({
  rows,
  caption,
}: {
  readonly rows: readonly PaidEntryRow[];
  readonly caption: string;
}) {
  return (
    <Table caption={caption}>
      <Thead>
        <tr>
          {COLUMNS.map(({ heading, num = false }) => (
            <Th key={heading} num={num}>
              {heading}
            </Th>
          ))}
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Fragment key={row.key}>
            <tr className={hasReason(row) ? "border-b-0" : undefined}>
              <Td mono>
                <TextLink href={row.href}>{row.number}</TextLink>
              </Td>
              <Td mono>{row.claim ?? <span className="font-sans text-muted">not named</span>}</Td>
              <Td mono>{row.liquidated ?? <span className="font-sans text-muted">not known</span>}</Td>
              {[row.principalDue, row.principalPaid, row.interestDue, row.interestPaid].map(
                (amount, index) => (
                  <Td key={index} num>
                    <Money amount={formatUsdOrNull(amount)} />
                  </Td>
                ),
              )}
              <Td num className={row.difference === "0.00" ? "text-muted" : "text-blocked"}>
                <Money amount={row.difference === null ? null : formatUsd(row.difference)} />
              </Td>
            </tr>
            {hasReason(row) ? <ReasonRow {...row} /> : null}
          </Fragment>
        ))}
      </Tbody>
    </Table>
  );
}

const COLUMNS: readonly { readonly heading: string; readonly num?: true }[] = [
  { heading: "Entry" },
  { heading: "Claim" },
  { heading: "Liquidated" },
  { heading: "Principal due, USD", num: true },
  { heading: "Principal paid", num: true },
  { heading: "Interest due", num: true },
  { heading: "Interest paid", num: true },
  { heading: "Difference", num: true },
];

const hasReason = ({ variances, notes }: PaidEntryRow): boolean => variances.length + notes.length > 0;

/** Across the whole table: a reason is a sentence, and a narrow column would make ten lines of it. */
const ReasonRow = ({ variances, notes }: PaidEntryRow) => (
  <tr>
    <Td colSpan={COLUMNS.length} className="pt-0">
      <span className="flex flex-wrap items-center gap-2 text-muted">
        {variances.map(({ name, tone }) => (
          <Badge key={name} tone={tone}>
            {name}
          </Badge>
        ))}
        {notes.join(" ")}
      </span>
    </Td>
  </tr>
);
