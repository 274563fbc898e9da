import { RuleConfidenceBadge, type RuleConfidenceName } from "@/components/rules/rule-confidence-badge";
import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";

export type EntryTypeText = {
  readonly type: string;
  /** "Consumption, free and dutiable". */
  readonly name: string;
  /** "Taken", "Refused". */
  readonly answer: string;
  readonly tone: Tone;
  readonly meaning: string;
  /** Taken although flagged for reconciliation, while no type 09 is on file. */
  readonly recon: boolean;
  readonly since: string;
  /** What held before, a sentence each. */
  readonly before: readonly string[];
  readonly source: string;
  readonly confidence: RuleConfidenceName;
};

export function EntryTypeTable({ types }: { readonly types: readonly EntryTypeText[] }) {
  return (
    <Table caption="Entry types">
      <Thead>
        <tr>
          <Th>Type</Th>
          <Th>Name</Th>
          <Th>CAPE today</Th>
          <Th>What that means</Th>
          <Th>Flagged for reconciliation</Th>
          <Th>Source</Th>
        </tr>
      </Thead>
      <Tbody>
        {types.map((row) => (
          <tr key={row.type} id={`type-${row.type}`} className="scroll-mt-4">
            <Td mono>{row.type}</Td>
            <Td className="min-w-36">{row.name}</Td>
            <Td>
              <Badge tone={row.tone}>{row.answer}</Badge>
            </Td>
            <Td className="min-w-52">
              {row.meaning} <span className="text-muted">Since {row.since}.</span>
              {row.before.map((sentence) => (
                <span key={sentence} className="block text-muted">
                  {sentence}
                </span>
              ))}
            </Td>
            <Td>{row.recon ? "Taken while no type 09 is on file" : "Refused"}</Td>
            <Td className="min-w-44 text-muted">
              {row.source} <RuleConfidenceBadge confidence={row.confidence} />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
