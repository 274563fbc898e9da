import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { Quoted } from "@/components/ui/quoted";
import { TextLink } from "@/components/ui/text-link";
import type { Confidence } from "@/lib/domain";
import { CONFIDENCE_WORDS } from "@/lib/wording/confidence";
import type { LaneTone } from "@/lib/wording/lanes";

export type OutcomeMessageRow = {
  /** CBP's words, verbatim, and whose words they are. */
  readonly message: string;
  readonly wording: string;
  readonly meaning: string;
  readonly remedy: string;
  /** Who mends it: "your broker". */
  readonly owner: string;
  readonly refile: string;
  readonly confidence: Confidence;
  /** The reason of the screening that foretells it. */
  readonly because: string;
  /** "ES003_part2.xlsx, row 4,182". */
  readonly evidence: readonly { readonly text: string; readonly href: string }[];
};

export type PredictedOutcomePanelProps = {
  readonly name: string;
  readonly meaning: string;
  readonly tone: LaneTone;
  /** Null where each message has its own. */
  readonly confidence: Confidence | null;
  readonly messages: readonly OutcomeMessageRow[];
};

function ConfidenceBadge({ confidence }: { readonly confidence: Confidence }) {
  const words = CONFIDENCE_WORDS[confidence];
  return (
    <Badge tone={words.tone} title={words.meaning}>
      {words.name}
    </Badge>
  );
}

function Message({ row }: { readonly row: OutcomeMessageRow }) {
  return (
    <li className="space-y-1 py-3 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-mono font-medium wrap-break-word">{row.message}</p>
        <ConfidenceBadge confidence={row.confidence} />
      </div>
      <p>{row.meaning}</p>
      <p>
        <span className="text-muted">Because: </span>
        <Quoted text={row.because} />
      </p>
      <p>
        <span className="text-muted">Who acts: </span>
        {row.owner}. {row.remedy} {row.refile}
      </p>
      {row.evidence.length === 0 ? null : (
        <p className="text-sm">
          <span className="text-muted">Evidence: </span>
          {row.evidence.map(({ text, href }, index) => (
            <span key={`${href} ${text}`}>
              {index === 0 ? "" : "; "}
              <TextLink href={href}>{text}</TextLink>
            </span>
          ))}
        </p>
      )}
      <p className="text-sm text-muted">{row.wording}</p>
    </li>
  );
}

/** What CAPE would answer if the entry were filed today: CBP's message before CBP sends it. */
export function PredictedOutcomePanel(props: PredictedOutcomePanelProps) {
  const { name, meaning, tone, confidence, messages } = props;
  return (
    <Panel title="What CAPE would answer" note={meaning} actions={<Badge tone={tone}>{name}</Badge>}>
      {confidence === null ? null : (
        <p className="text-sm text-muted">
          How sure: <ConfidenceBadge confidence={confidence} />
        </p>
      )}
      {messages.length === 0 ? null : (
        <ul className="divide-y divide-line">
          {messages.map((row) => (
            <Message key={row.message} row={row} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
