import { Notice } from "@/components/ui/notice";
import type { Tone } from "@/components/ui/tone";

export type RepairOutcomeText = {
  readonly tone: Tone;
  readonly title: string;
  /** Cell by cell, where cells were refused. */
  readonly lines: readonly string[];
  /** "2026-11-22 19:03 UTC". */
  readonly at: string;
};

/** What became of the repairs that the reader asked for. */
export function RepairOutcomeNotice({ tone, title, lines, at }: RepairOutcomeText) {
  return (
    <Notice live tone={tone} title={title}>
      {lines.length === 0 ? null : (
        <ul className="list-disc pl-4">
          {lines.map((line) => (
            <li key={line} className="break-words">
              {line}
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-muted">{at}</p>
    </Notice>
  );
}
