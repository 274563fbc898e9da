import { ClocksTimeline, type ClockRow } from "@/components/entries/clocks-timeline";
import { LaneBadge } from "@/components/entries/lane-badge";
import { ReasonsList, type ReasonRow } from "@/components/entries/reasons-list";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Steps } from "@/components/ui/steps";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { Lane } from "@/lib/domain";

type AnsweredPoint = {
  readonly point: number;
  readonly title: string;
  readonly law: string;
  readonly name: string;
  readonly tone: Tone;
};

type OpenFacts = {
  readonly facts: readonly { readonly name: string; readonly remedy: string }[];
  readonly lanes: readonly { readonly lane: Lane; readonly meaning: string }[];
};

export type ScreenerResultText = {
  readonly title: string;
  readonly meaning: string;
  readonly steps: readonly string[];
  readonly tone: Tone;
  readonly asOf: string;
  readonly rules: string;
  /** Null where it is somebody else's entry. */
  readonly lane: Lane | null;
  /** What the answer hangs on; null where one answer stands. */
  readonly open: OpenFacts | null;
  readonly reasons: readonly ReasonRow[];
  readonly clocks: readonly ClockRow[];
  readonly points: readonly AnsweredPoint[];
  readonly unknown: readonly string[];
  readonly letter: string | null;
  readonly answers: readonly {
    readonly question: string;
    readonly answer: string;
    readonly changeHref: string;
  }[];
  readonly link: string;
};

type ScreenerResultProps = { readonly result: ScreenerResultText; readonly restartHref: string };

/** Where the answers lead: what to do, why, by when, and what nobody can know from six answers. */
export function ScreenerResult({ result, restartHref }: ScreenerResultProps) {
  const { title, meaning, steps, tone, lane, open, reasons, clocks, points, unknown, letter } = result;
  return (
    <div className="space-y-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">What your answers come to</h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          <span>
            As of {result.asOf}, rules {result.rules}
          </span>
          {lane === null ? null : <LaneBadge lane={lane} />}
        </p>
      </header>
      <Notice tone={tone} title={title}>
        <p>{meaning}</p>
      </Notice>
      <Panel title="Next steps">
        <Steps steps={steps.map((step) => ({ title: step }))} />
      </Panel>
      {open === null ? null : <OpenFactsPanel {...open} />}
      {reasons.length === 0 ? null : (
        <Panel title="Reasons" actions={<TextLink href="/library/rules">All rules</TextLink>} flush>
          <ReasonsList reasons={reasons} />
        </Panel>
      )}
      {clocks.length === 0 ? null : (
        <Panel title="Last days" note="Calendar days, US Eastern, from the days you gave.">
          <ClocksTimeline clocks={clocks} today={result.asOf} />
        </Panel>
      )}
      {points.length === 0 ? null : <PointsPanel points={points} />}
      {unknown.length === 0 ? null : (
        <Panel title="What cannot be known from these answers">
          <ul className="list-disc space-y-1 pl-5">
            {unknown.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Panel>
      )}
      {letter === null ? null : <LetterPanel letter={letter} />}
      <AnswersPanel result={result} restartHref={restartHref} />
    </div>
  );
}

function OpenFactsPanel({ facts, lanes }: OpenFacts) {
  return (
    <Panel title="What it hangs on">
      <div className="grid gap-6 md:grid-cols-2">
        <ul className="space-y-2">
          {facts.map(({ name, remedy }) => (
            <li key={name}>
              <p className="font-medium first-letter:uppercase">{name}</p>
              <p className="text-muted">{remedy}</p>
            </li>
          ))}
        </ul>
        <div className="space-y-2">
          <p>One of these would stand:</p>
          <ul className="space-y-2">
            {lanes.map(({ lane, meaning }) => (
              <li key={lane}>
                <LaneBadge lane={lane} /> <span className="text-muted">{meaning}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Panel>
  );
}

function PointsPanel({ points }: Pick<ScreenerResultText, "points">) {
  return (
    <Panel
      title="Readiness"
      note="The points of the checklist that your answers speak of."
      actions={<TextLink href="/library/checklist">All twelve points</TextLink>}
      flush
    >
      <Table caption="Readiness points answered">
        <Thead>
          <tr>
            <Th num>Point</Th>
            <Th>State</Th>
            <Th>What must hold</Th>
            <Th>Law</Th>
          </tr>
        </Thead>
        <Tbody>
          {points.map(({ point, title, law, name, tone }) => (
            <tr key={point}>
              <Td num>{point}</Td>
              <Td nowrap>
                <Badge tone={tone}>{name}</Badge>
              </Td>
              <Td className="min-w-64">{title}</Td>
              <Td className="min-w-40 text-muted">{law}</Td>
            </tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
}

function LetterPanel({ letter }: { readonly letter: string }) {
  return (
    <Panel
      title="Letter to the importer of record"
      note="Fill in what stands in brackets. It is not kept here."
      actions={<CopyButton text={letter} what="letter" />}
    >
      <pre className="font-sans whitespace-pre-wrap">{letter}</pre>
    </Panel>
  );
}

function AnswersPanel({ result: { answers, link }, restartHref }: ScreenerResultProps) {
  return (
    <Panel
      title="Your answers"
      note="They stand in the address of this page and nowhere else. They name no company, no entry and no amount."
      actions={
        <span className="print:hidden">
          <LinkButton href={restartHref} variant="secondary" size="sm">
            Start again
          </LinkButton>
        </span>
      }
    >
      <dl className="divide-y divide-line">
        {answers.map(({ question, answer, changeHref }) => (
          <div key={question} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-2">
            <dt className="basis-72 text-muted">{question}</dt>
            <dd className="grow basis-60">
              {answer}{" "}
              <TextLink href={changeHref} className="print:hidden">
                Change<span className="sr-only">: {question}</span>
              </TextLink>
            </dd>
          </div>
        ))}
      </dl>
      <div className="space-y-1 border-t border-line pt-3 text-sm">
        <p className="flex flex-wrap items-center gap-x-3">
          <span className="text-muted">Link with these answers</span>
          <span className="print:hidden">
            <CopyButton text={link} what="link" />
          </span>
        </p>
        <p className="font-mono break-all">{link}</p>
      </div>
    </Panel>
  );
}
