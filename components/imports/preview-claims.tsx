import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { countOf, formatCount } from "@/lib/wording/count";

/** One claim before and after the file, in words. */
export type PreviewClaimText = {
  readonly id: string;
  readonly name: string;
  /** Null: the claim begins with this file, and has no page yet. */
  readonly href: string | null;
  readonly elsewhere: boolean;
  /** "Received → Accepted", or one word where it stays. */
  readonly status: string;
  readonly tone: Tone;
  readonly entries: number;
  /** "12 × Accepted". */
  readonly events: readonly string[];
  readonly examples: readonly {
    readonly number: string;
    readonly move: string;
    readonly message: string | null;
  }[];
};

export type PreviewClaimsText = {
  readonly changed: number;
  readonly claims: readonly PreviewClaimText[];
};

type PreviewClaimsProps = {
  readonly claims: PreviewClaimsText;
  /** The file is in the books: this is what it changed. */
  readonly added?: boolean;
};

/** What a file does to claims: which claims and entries move, and what comes on their timelines. */
export function PreviewClaims({ claims: { changed, claims }, added = false }: PreviewClaimsProps) {
  if (changed === 0) return null;
  return (
    <Panel
      title={`Claims: ${countOf(changed, "claim", "claims")}`}
      note={
        added
          ? "What the file brought to claims when it was added. Taking it out takes these events with it."
          : "Events that the file brings to the timelines of claims. Taking it out again takes them with it."
      }
      flush
    >
      <Table caption="Claims that the file moves">
        <Thead>
          <tr>
            <Th>Claim</Th>
            <Th>Status</Th>
            <Th num>Entries that move</Th>
            <Th>Events</Th>
          </tr>
        </Thead>
        <Tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <Td mono>
                {claim.href === null ? claim.name : <TextLink href={claim.href}>{claim.name}</TextLink>}
                {claim.elsewhere ? <span className="block font-sans text-muted">filed elsewhere</span> : null}
              </Td>
              <Td>
                <Badge tone={claim.tone}>{claim.status}</Badge>
              </Td>
              <Td num>{formatCount(claim.entries)}</Td>
              <Td className="min-w-64">
                {claim.events.join(", ")}
                {claim.examples.length === 0 ? null : <Examples claim={claim} />}
              </Td>
            </tr>
          ))}
        </Tbody>
      </Table>
      {changed > claims.length ? (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          The first {formatCount(claims.length)} of {formatCount(changed)}.
        </p>
      ) : null}
    </Panel>
  );
}

const Examples = ({ claim: { entries, examples } }: { readonly claim: PreviewClaimText }) => (
  <Disclosure
    summary={examples.length < entries ? `The first ${formatCount(examples.length)} entries` : "Its entries"}
  >
    <ul className="space-y-1 text-sm">
      {examples.map(({ number, move, message }) => (
        <li key={number} className="break-words">
          <span className="font-mono">{number}</span> {move}
          {message === null ? null : <code className="block font-mono text-muted">{message}</code>}
        </li>
      ))}
    </ul>
  </Disclosure>
);
