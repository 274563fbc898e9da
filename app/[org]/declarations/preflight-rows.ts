import type { PreflightPanelProps, PreflightRow } from "@/components/declarations/preflight-panel";
import type { Day, Preflight, PreflightCheck } from "@/lib/domain";
import { WORDING_NOTES } from "@/lib/wording/outcome";
import { examplesOf } from "@/lib/wording/readiness";

export const toPreflight = ({ file, entry }: Preflight, asOf: Day): PreflightPanelProps => ({
  asOf,
  file: file.map(toRow),
  entry: entry.map(toRow),
});

const toRow = ({ message, state, confidence, entries }: PreflightCheck): PreflightRow => ({
  message: message.message,
  wording: WORDING_NOTES[message.confidence],
  meaning: message.meaning,
  ...{ state, confidence },
  entries: examplesOf(entries),
});
