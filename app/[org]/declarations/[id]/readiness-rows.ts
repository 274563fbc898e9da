import type { ComponentProps } from "react";

import type { DeclaredRow } from "@/components/declarations/declared-entries-table";
import type { FilePreview } from "@/components/declarations/file-preview";
import type { ReadinessRow } from "@/components/declarations/readiness-list";
import type { SignOffPanel } from "@/components/declarations/sign-off-panel";
import type { FormAction } from "@/components/ui/form-state";
import { roleMay } from "@/lib/auth/permissions";
import type { OrgScope } from "@/lib/auth/scope";
import {
  DECLARATION_LIMITS,
  formatEntryNumber,
  maySignOff,
  mayDownload,
  PAYMENT_POINTS,
  usdText,
} from "@/lib/domain";
import type { DeclarationView } from "@/lib/usecases/declaration-readiness";
import { readinessEvidence } from "@/lib/wording/readiness";

/** The twelve points, each with what it rests on. */
export const toReadinessRows = (view: DeclarationView, base: string): readonly ReadinessRow[] =>
  view.points.map((point) => ({
    id: point.id,
    title: point.rule.title,
    state: point.state,
    blocking: point.rule.blocking,
    evidence: readinessEvidence(point, {
      ...{ entries: view.entries.length, fileBytes: view.fileBytes, right: view.right },
    }),
    attested: point.attestation && {
      by: point.attestation.name,
      at: point.attestation.at,
      note: point.attestation.note,
      // Said again only where it read otherwise when it was attested.
      statement: point.attestation.statement === point.rule.title ? "" : point.attestation.statement,
    },
    law: point.rule.law.map(({ law, published }) => `${law} (${published})`).join("; "),
    more: isOfPayment(point.id)
      ? { href: `${base}/payment-readiness`, label: "Payment readiness of the importer" }
      : undefined,
  }));

const isOfPayment = (id: string): boolean => PAYMENT_POINTS.some((point) => point.id === id);

type Reader = Pick<OrgScope, "role" | "userId">;

/** The sign-off, and whether this reader may give it. */
export function toSignOff(
  view: DeclarationView,
  reader: Reader,
  sign: FormAction,
): Omit<ComponentProps<typeof SignOffPanel>, "hidden"> {
  const whyNot = whyNoSigning(view, reader);
  return {
    signOff: view.signOff,
    content: view.contentSha256,
    action: whyNot === null ? sign : null,
    whyNot,
  };
}

function whyNoSigning({ declaration, preparers, points }: DeclarationView, reader: Reader): string | null {
  if (declaration.state !== "draft") return "It is no draft any more.";
  if (!roleMay(reader.role, "declarations:attest")) return "Your role may read this page, not sign.";
  if (!maySignOff(reader.userId, preparers))
    return "You built this draft or attested a point of it, so somebody else has to sign.";
  return mayDownload(points) ? null : "It can be signed once no point blocks the file.";
}

const FIRST_LINES = 6;

/** @param isDownloader - by the reader's role */
export function toPreview(
  view: DeclarationView,
  orgSlug: string,
  isDownloader: boolean,
): ComponentProps<typeof FilePreview> {
  const { declaration, entries } = view;
  const lines = [DECLARATION_LIMITS.header, ...entries.map(({ facts }) => facts.number)];
  return {
    fileName: declaration.fileName,
    bytes: declaration.fileBytes ?? view.fileBytes,
    entries: entries.length,
    sha256: declaration.fileSha256 ?? "",
    firstLines: lines.slice(0, FIRST_LINES),
    viewHref: `/${orgSlug}/declarations/${declaration.id}/file`,
    downloadHref: isDownloader ? `/api/${orgSlug}/declarations/${declaration.id}/file` : null,
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
