import { Notice } from "@/components/ui/notice";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatUsd } from "@/lib/wording/money";

import { formatDifference } from "./interest-comparison";

type Reading = {
  /** "Simple interest". */
  readonly convention: string;
  readonly rateClass: string;
  /** "2025-04-15, the payment date in your file". */
  readonly start: string;
  readonly end: string;
  /** Exchange form. */
  readonly interest: string;
  /** Against what CBP paid. */
  readonly difference: string;
};

type Late = { readonly received: string; readonly amount: string };

export type PaidAnswer =
  | { readonly kind: "no-start" }
  | {
      readonly kind: "reproduced";
      readonly paid: string;
      readonly isOurs: boolean;
      readonly best: Reading;
      /** Further readings that give the same cents, the simplest first. */
      readonly readings: readonly Reading[];
      readonly more: number;
      readonly late: Late | null;
    }
  | {
      readonly kind: "not-reproduced";
      readonly paid: string;
      readonly ours: Reading;
      readonly readings: readonly Reading[];
      readonly late: Late | null;
    };

/** The answer in words, and the other readings in a table. */
export function InterestPaidAnswer({ answer }: { readonly answer: PaidAnswer }) {
  if (answer.kind === "no-start")
    return (
      <div className="mt-4">
        <Notice live tone="caution" title="No day is known on which interest may have started">
          <p>Neither a payment date nor an entry date is certain. Enter the day the interest ran from.</p>
        </Notice>
      </div>
    );
  return (
    <div className="mt-4 space-y-3">
      {answer.kind === "reproduced" ? <Reproduced answer={answer} /> : <NotReproduced answer={answer} />}
      {answer.late === null ? null : <LateRefund late={answer.late} />}
    </div>
  );
}

const inWords = ({ convention, rateClass, start, end }: Reading): string =>
  `${convention}, ${rateClass.toLowerCase()}, from ${start}, through ${end}.`;

function Reproduced({ answer }: { readonly answer: Extract<PaidAnswer, { kind: "reproduced" }> }) {
  const { paid, isOurs, best, readings, more } = answer;
  return (
    <>
      <Notice
        live
        tone={isOurs ? "ready" : "caution"}
        title={
          isOurs
            ? `${formatUsd(paid)} is what our own convention gives`
            : `${formatUsd(paid)} is reproduced to the cent, but not by our convention`
        }
      >
        <p>{inWords(best)}</p>
      </Notice>
      {readings.length === 0 ? null : (
        <>
          <p className="text-sm text-muted">
            Other readings give the same cents and are less simple
            {more === 0 ? "" : `; ${String(more)} more are not shown`}.
          </p>
          <Readings caption="Other readings that give the same figure" readings={readings} />
        </>
      )}
    </>
  );
}

function NotReproduced({ answer }: { readonly answer: Extract<PaidAnswer, { kind: "not-reproduced" }> }) {
  const { paid, ours, readings } = answer;
  return (
    <>
      <Notice live tone="caution" title={`No reading gives ${formatUsd(paid)} to the cent`}>
        <p>
          Ours would be {formatUsd(ours.interest)}, {formatDifference(ours.difference)} against what CBP paid:{" "}
          {inWords(ours)}
        </p>
        <p>The principal, a date outside those tried, or netting with other duty may explain the rest.</p>
      </Notice>
      <Readings caption="Nearest readings" readings={readings} />
    </>
  );
}

function Readings({
  caption,
  readings,
}: {
  readonly caption: string;
  readonly readings: readonly Reading[];
}) {
  return (
    <div className="-mx-4 border-y border-line">
      <Table caption={caption}>
        <Thead>
          <tr>
            <Th>Convention</Th>
            <Th>Class</Th>
            <Th>From</Th>
            <Th>Through</Th>
            <Th num>Interest</Th>
            <Th num>Against CBP</Th>
          </tr>
        </Thead>
        <Tbody>
          {readings.map((reading) => (
            <tr key={`${reading.convention} ${reading.rateClass} ${reading.start} ${reading.end}`}>
              <Td nowrap>{reading.convention}</Td>
              <Td nowrap>{reading.rateClass}</Td>
              <Td>{reading.start}</Td>
              <Td>{reading.end}</Td>
              <Td num>{formatUsd(reading.interest)}</Td>
              <Td num>{formatDifference(reading.difference)}</Td>
            </tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function LateRefund({ late: { received, amount } }: { readonly late: Late }) {
  return (
    <p className="text-sm">
      Interest on a late refund, a separate line (19 U.S.C. 1505(d)): paid on {received},{" "}
      <span className="font-mono">{formatUsd(amount)}</span>
      {amount === "0.00"
        ? ", because it came within 30 days of liquidation."
        : ", by whole periods of 30 days."}
    </p>
  );
}
