import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { declarationsOf, type StoredDeclaration } from "@/lib/data/declarations";
import { documentsOf, type StoredDocument } from "@/lib/data/documents";
import type { Importer } from "@/lib/data/importers";
import { inOrganization } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import { formatEntryNumber } from "@/lib/domain";
import type { PacketContent, PacketDocument, PacketEntry, PacketPoint } from "@/lib/packet/packet-content";
import { formatInstant } from "@/lib/wording/day";
import { attestationText } from "@/lib/wording/declarations";
import { DOCUMENT_KIND_NAMES } from "@/lib/wording/documents";
import { READINESS_STATE_WORDS, readinessEvidence } from "@/lib/wording/readiness";
import { describeReason } from "@/lib/wording/reasons";

import { readSnapshot, type FrozenSnapshot } from "./declaration-snapshot";
import { documentStore } from "./document-storage";
import { thawReason } from "./thaw-reason";
import { viewPacketDocuments, type DocumentView } from "./view-documents";

/** What the evidence packet of a frozen declaration says. Null while it is a draft, or when there is none. */
export async function evidencePacket(scope: OrgScope, id: string): Promise<PacketContent | null> {
  return inOrganization(scope, async (t) => {
    const declaration = await declarationsOf(t).find(id);
    const file = await documentsOf(t).declarationFile(id);
    if (!declaration?.frozenAt || !file) return null;
    const snapshot = (await declarationsOf(t).snapshotWithoutSources(id)) as FrozenSnapshot;
    await recordAudit(t, "declaration.packet", id, { sha256: file.sha256 });
    const names = await memberNames(t);
    const frozenBy = names.get(declaration.frozenBy ?? "") ?? "a former member";
    const { frozenAt } = declaration;
    const documents = (await viewPacketDocuments(t, id)).map((each) => toDocument(scope, each, frozenAt));
    return {
      organization: scope.orgName,
      ...toContent({ declaration, file, snapshot, frozenBy }),
      documents,
    };
  });
}

type Frozen = {
  readonly declaration: StoredDeclaration;
  readonly file: StoredDocument;
  readonly snapshot: FrozenSnapshot;
  readonly frozenBy: string;
};

function toContent({
  declaration,
  file,
  snapshot,
  frozenBy,
}: Frozen): Omit<PacketContent, "organization" | "documents"> {
  const { id, filerCode, frozenAt } = declaration;
  const { asOf, rulesVersion, ratesPublishedThrough, sources } = snapshot;
  const { signOff } = readSnapshot(snapshot);
  const importers = importersIn(declaration, snapshot);
  return {
    declaration: {
      ...{ id, filerCode, frozenBy, asOf, rulesVersion, ratesPublishedThrough },
      importers: importers.map(({ name, number }) => (name === "" ? number : `${name} (${number})`)),
      frozenAt: frozenAt?.toISOString() ?? "",
      signedOff: signOff.kind === "signed" ? `${signOff.name}, ${formatInstant(signOff.at)}` : null,
      rateClass: onlyOne(importers.map(({ rateClass }) => rateClass)),
    },
    csv: { name: file.fileName, content: file.content, sha256: file.sha256 },
    entries: snapshot.entries.map(toEntry),
    leftOut: snapshot.leftOut.map(({ reason, ...entry }) => ({
      ...entry,
      reason: reason === null ? ON_ANOTHER : describeReason(thawReason(reason)).sentence,
    })),
    points: toPoints(snapshot, declaration.fileBytes ?? 0),
    sources,
  };
}

/** The oldest snapshots name no importers: they are of one, whom the declaration names. */
const importersIn = (
  { importerName, importerNumber }: StoredDeclaration,
  { importers, terms }: FrozenSnapshot,
): readonly Pick<Importer, "name" | "number" | "rateClass">[] =>
  importers ?? [{ name: importerName, number: importerNumber ?? "", rateClass: terms.rateClass }];

/** What all have in common; null where they differ. */
const onlyOne = <T>([first, ...others]: readonly T[]): T | null =>
  first !== undefined && others.every((other) => other === first) ? first : null;
const toDocument = ({ orgId }: OrgScope, document: DocumentView, frozenAt: Date): PacketDocument => ({
  fileName: document.fileName,
  kind: DOCUMENT_KIND_NAMES[document.kind],
  subject:
    document.subject.kind === "entry"
      ? formatEntryNumber(document.subject.number)
      : `the ${document.subject.kind}`,
  sha256: document.sha256,
  bytes: document.byteSize,
  attachedAt: document.createdAt.toISOString(),
  attachedBy: document.attachedBy,
  afterFreeze: document.createdAt > frozenAt,
  open: () => documentStore.open({ orgId, sha256: document.sha256 }),
});

const ON_ANOTHER = "It stands on another declaration.";

const toEntry = (entry: FrozenSnapshot["entries"][number]): PacketEntry => ({
  number: entry.facts.number,
  lane: entry.facts.lane,
  refundable: entry.refundable,
  refundableMin: entry.refundableMin,
  refundableMax: entry.refundableMax,
  interest: entry.interest,
  interestFrom: entry.interestFrom,
  interestTo: entry.interestTo,
  interestBasis: entry.interestBasis,
  lines: entry.ieepaLines,
  reasons: entry.findings.map(({ reason }) => describeReason(thawReason(reason)).sentence),
});

function toPoints(snapshot: FrozenSnapshot, fileBytes: number): readonly PacketPoint[] {
  const { points, entries, right } = readSnapshot(snapshot);
  return points.map((point) => ({
    point: point.rule.point,
    title: point.rule.title,
    state: READINESS_STATE_WORDS[point.state],
    evidence: readinessEvidence(point, { entries: entries.length, fileBytes, right }),
    attested: point.attestation && attestationText(point.attestation),
    law: point.rule.law.map(({ law }) => law).join("; "),
  }));
}
