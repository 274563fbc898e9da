import type { ComponentProps } from "react";

import type { DeclaredRow } from "@/components/declarations/declared-entries-table";
import type { FilePreview } from "@/components/declarations/file-preview";
import type { ReadinessRow } from "@/components/declarations/readiness-list";
import { DECLARATION_LIMITS, formatEntryNumber, PAYMENT_POINTS, usdText } from "@/lib/domain";
import type { DeclarationView } from "@/lib/usecases/declaration-readiness";
import { readinessEvidence } from "@/lib/wording/readiness";

/** The twelve points, each with what it rests on. */
export const toReadinessRows = (view: DeclarationView, base: string): readonly ReadinessRow[] =>
  view.points.map((point) => ({
    id: point.id,
    title: point.rule.title,
    state: point.state,
    blocking: point.rule.blocking,
    evidence: readinessEvidence(point, { entries: view.entries.length, fileBytes: view.fileBytes }),
    attested: point.attestation && { by: point.attestation.name, at: point.attestation.at },
    law: point.rule.law.map(({ law, published }) => `${law} (${published})`).join("; "),
    more: isOfPayment(point.id)
      ? { href: `${base}/payment-readiness`, label: "Payment readiness of the importer" }
      : undefined,
  }));

const isOfPayment = (id: string): boolean => PAYMENT_POINTS.some((point) => point.id === id);

const FIRST_LINES = 6;

/** @param mayDownload - by the reader's role */
export function toPreview(
  view: DeclarationView,
  orgSlug: string,
  mayDownload: boolean,
): ComponentProps<typeof FilePreview> {
  const { declaration, entries } = view;
  const lines = [DECLARATION_LIMITS.header, ...entries.map(({ facts }) => facts.number)];
  return {
    fileName: declaration.fileName,
    bytes: declaration.fileBytes ?? view.fileBytes,
    entries: entries.length,
    sha256: declaration.fileSha256 ?? "",
    firstLines: lines.slice(0, FIRST_LINES),
    downloadHref: mayDownload ? `/api/${orgSlug}/declarations/${declaration.id}/file` : null,
  };
}

export const toDeclaredRows = (
  { entries }: DeclarationView,
  base: string,
  from: number,
  limit: number,
): readonly DeclaredRow[] =>
  entries.slice(from, from + limit).map((entry) => ({
    number: formatEntryNumber(entry.facts.number),
    href: `${base}/entries/${entry.facts.number}`,
    lane: entry.facts.lane,
    refundableMin: usdText(entry.refundable ?? entry.refundableMin),
    refundableMax: textOrNull(entry.refundable ?? entry.refundableMax),
    interest: textOrNull(entry.interest),
  }));

const textOrNull = (amount: DeclarationView["entries"][number]["refundable"]): string | null =>
  amount && usdText(amount);
