import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { SortableTh, type SortLink } from "@/components/ui/sortable-th";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Lane } from "@/lib/domain";
import { formatUsd, formatUsdOrNull } from "@/lib/wording/money";
import { LaneBadge } from "./lane-badge";

export type EntryRow = {
  /** As people read it: `ZZX-1000005-2`. */
  readonly number: string;
  readonly href: string;
  readonly lane: Lane;
  /** Two digits; null when unknown or torn. */
  readonly entryType: string | null;
  readonly importer: string | null;
  readonly entryDate: string | null;
  readonly liquidation: {
    readonly day: string | null;
    /** "day 80 of 80", "scheduled", "not liquidated". */
    readonly note: string;
  };
  /** Refundable duty, exchange form; max null when it has no upper bound. Equal when certain. */
  readonly refundableMin: string;
  readonly refundableMax: string | null;
  /** Accrued interest, exchange form; null where nothing is certain to run on. */
  readonly interest: string | null;
};

export type EntrySortColumn = "number" | "entryDate" | "liquidation" | "refundable";

type EntriesTableProps = {
  readonly rows: readonly EntryRow[];
  readonly sort?: Readonly<Partial<Record<EntrySortColumn, SortLink>>>;
};

const Unknown = () => <span className="font-sans text-muted">not known</span>;

/** A certain amount on one line; a range on two, its upper end below. */
function Refundable({ min, max }: { readonly min: string; readonly max: string | null }) {
  if (min === max) return formatUsd(min);
  return (
    <>
      {formatUsd(min)}
      <span className="block text-muted">{max === null ? "or more" : `up to ${formatUsd(max)}`}</span>
    </>
  );
}

function EntryCells({ row }: { readonly row: EntryRow }) {
  return (
    <tr className="hover:bg-sunken">
      <Td mono>
        <TextLink href={row.href}>{row.number}</TextLink>
      </Td>
      <Td>
        <LaneBadge lane={row.lane} />
      </Td>
      <Td num>
        <Refundable min={row.refundableMin} max={row.refundableMax} />
      </Td>
      <Td num>
        <Money amount={formatUsdOrNull(row.interest)} unknown="none yet" />
      </Td>
      <Td nowrap>
        {row.liquidation.day === null ? null : <span className="mr-2 font-mono">{row.liquidation.day}</span>}
        <span className="text-muted">{row.liquidation.note}</span>
      </Td>
      <Td mono>{row.entryDate ?? <Unknown />}</Td>
      <Td mono>{row.entryType ?? <span className="font-sans text-muted">unknown</span>}</Td>
      <Td className="max-w-28 truncate" title={row.importer ?? undefined}>
        {row.importer ?? <Unknown />}
      </Td>
    </tr>
  );
}

/** Number, lane and money first: on a narrow screen the rest scrolls inside the panel. */
export function EntriesTable({ rows, sort = {} }: EntriesTableProps) {
  if (rows.length === 0) {
    return <EmptyState title="No entry matches this filter">Remove a filter to see more entries.</EmptyState>;
  }
  return (
    <Table caption="Entries">
      <Thead>
        <tr>
          <SortableTh sort={sort.number}>Entry number</SortableTh>
          <Th>Lane</Th>
          <SortableTh num sort={sort.refundable}>
            Refundable, USD
          </SortableTh>
          <Th num>Interest, est.</Th>
          <SortableTh sort={sort.liquidation}>Liquidation</SortableTh>
          <SortableTh sort={sort.entryDate}>Entry date</SortableTh>
          <Th>Type</Th>
          <Th>Importer</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <EntryCells key={row.number} row={row} />
        ))}
      </Tbody>
    </Table>
  );
}
