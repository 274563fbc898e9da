import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import type { DocumentSubject } from "@/lib/data/attached-documents";
import { inOrganization } from "@/lib/data/tenant";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf } from "@/lib/data/testing/books-of";
import { env } from "@/lib/env";

import { attachDocument } from "./attach-document";
import { openDocument } from "./open-document";
import { removeDocument } from "./remove-document";
import { aDraft, aFrozen, NUMBERS, withReadyEntries } from "./testing/a-declaration";
import { viewDeclarationPapers, viewDocuments } from "./view-documents";

const [FIRST, SECOND] = NUMBERS.toSorted();
const ofEntry = (number = FIRST!): DocumentSubject => ({ kind: "entry", number });
const PDF = "%PDF-1.7 the summary";

const attach = (
  scope: OrgScope,
  subject: DocumentSubject,
  { content = PDF, name = "7501.pdf", kind = "entry-summary" as const } = {},
) => attachDocument(scope, { ...anUpload(content, name), kind, subject });

async function attached(...given: Parameters<typeof attach>): Promise<string> {
  const result = await attach(...given);
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value.id;
}

const stored = ({ orgId }: OrgScope): readonly string[] => {
  const folder = path.join(env.DATA_DIR, "documents", orgId);
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function bytesOf(scope: OrgScope, id: string): Promise<string | null> {
  const document = await openDocument(scope, id);
  if (!document) return null;
  const pieces: Buffer[] = [];
  for await (const piece of document.bytes) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

const papersOf = (scope: OrgScope, subject: DocumentSubject) =>
  inOrganization(scope, (t) => viewDocuments(t, subject));

describe("a paper that is attached", () => {
  it("is listed with its hash and its name, comes back byte for byte, and is noted in the audit log", async () => {
    const scope = await withReadyEntries();
    const id = await attached(scope, ofEntry());
    const [paper] = await papersOf(scope, ofEntry());
    const sha256 = createHash("sha256").update(PDF).digest("hex");
    expect(paper).toMatchObject({
      ...{ id, kind: "entry-summary", fileName: "7501.pdf", mediaType: "application/pdf", sha256 },
      ...{ byteSize: PDF.length, attachedBy: "Ana Reyes" },
    });
    expect(stored(scope)).toEqual([sha256]);
    expect(await bytesOf(scope, id)).toBe(PDF);
    expect(await auditOf(scope)).toContain("document.attached");
  });

  it("lies once on disk, however many entries it is of, and goes with the last of them", async () => {
    const scope = await withReadyEntries();
    const one = await attached(scope, ofEntry(FIRST));
    const two = await attached(scope, ofEntry(SECOND));
    expect(stored(scope)).toHaveLength(1);
    expect((await removeDocument(scope, one)).ok).toBe(true);
    expect(await bytesOf(scope, two)).toBe(PDF);
    expect((await removeDocument(scope, two)).ok).toBe(true);
    expect(stored(scope)).toEqual([]);
    expect((await auditOf(scope)).filter((action) => action === "document.removed")).toHaveLength(2);
  });

  it("is attached to one thing once", async () => {
    const scope = await withReadyEntries();
    await attached(scope, ofEntry());
    expect(await attach(scope, ofEntry(), { name: "again.pdf" })).toEqual({
      ...{ ok: false, problem: { kind: "already-attached" } },
    });
    expect(await papersOf(scope, ofEntry())).toHaveLength(1);
  });

  it("of a declaration is the entry's whose number its name spells", async () => {
    const scope = await withReadyEntries();
    const id = await aDraft(scope);
    const result = await attach(scope, { kind: "declaration", id }, { name: `7501 ${SECOND!}.pdf` });
    expect(result).toMatchObject({ ok: true, value: { subject: { kind: "entry", number: SECOND } } });
    await attached(scope, { kind: "declaration", id }, { name: `7501s ${FIRST!} ${SECOND!}.pdf` });
    const papers = await inOrganization(scope, (t) => viewDeclarationPapers(t, id, 10));
    expect(papers.documents.map(({ subject }) => subject.kind)).toEqual(["entry", "declaration"]);
    expect(papers.withoutSummary).toEqual({
      count: 2,
      first: NUMBERS.toSorted().filter((each) => each !== SECOND),
    });
  });
});

describe("a paper that is refused", () => {
  it.each<[string, Parameters<typeof attach>[2], string]>([
    ["a name that lies", { name: "7501.png" }, "document-extension"],
    ["a web page", { content: "<html></html>", name: "a.csv" }, "document-format"],
    ["nothing", { content: "" }, "document-empty"],
    ["more than 25 MB", { content: "x".repeat(25_000_001), name: "a.csv" }, "upload-too-large"],
  ])("leaves nothing behind: %s", async (_what, upload, problem) => {
    const scope = await withReadyEntries();
    expect(await attach(scope, ofEntry(), upload)).toMatchObject({ ok: false, problem: { kind: problem } });
    expect(stored(scope)).toEqual([]);
    expect(await papersOf(scope, ofEntry())).toEqual([]);
  });

  it("was cut on its way", async () => {
    const scope = await withReadyEntries();
    const upload = anUpload(PDF, "a.pdf", Buffer.from(PDF.slice(0, 9)));
    expect(await attachDocument(scope, { ...upload, kind: "other", subject: ofEntry() })).toMatchObject({
      ...{ ok: false, problem: { kind: "upload-incomplete" } },
    });
    expect(stored(scope)).toEqual([]);
  });
});

describe("the evidence of a frozen declaration", () => {
  it("keeps what was there when it was frozen, and lets go of what came later", async () => {
    const scope = await withReadyEntries();
    const before = await attached(scope, ofEntry());
    const id = await aFrozen(scope);
    const after = await attached(scope, ofEntry(), { content: "%PDF-1.7 later" });
    const onFile = await attached(scope, { kind: "declaration", id }, { content: "%PDF-1.7 memo" });
    expect(await removeDocument(scope, before)).toMatchObject({
      ...{ ok: false, problem: { kind: "document-is-evidence" } },
    });
    expect(await bytesOf(scope, before)).toBe(PDF);
    expect((await removeDocument(scope, after)).ok).toBe(true);
    expect((await removeDocument(scope, onFile)).ok).toBe(true);
    await expect(asOwner("DELETE FROM documents WHERE id = $1", [before])).rejects.toThrow(/is evidence/);
    await expect(asOwner("UPDATE documents SET kind = 'other' WHERE id = $1", [before])).rejects.toThrow(
      /is evidence/,
    );
  });
});

describe("another organization", () => {
  it("neither sees, nor gets, nor attaches to, nor removes", async () => {
    const scope = await withReadyEntries();
    const id = await attached(scope, ofEntry());
    const draft = await aDraft(scope);
    const { scope: stranger } = await aMember();
    expect(await papersOf(stranger, ofEntry())).toEqual([]);
    expect(await openDocument(stranger, id)).toBeNull();
    for (const subject of [ofEntry(), { kind: "declaration", id: draft } as const])
      expect(await attach(stranger, subject)).toMatchObject({ problem: { kind: "subject-not-found" } });
    expect(await removeDocument(stranger, id)).toMatchObject({ problem: { kind: "document-not-found" } });
    expect(stored(stranger)).toEqual([]);
    expect(await bytesOf(scope, id)).toBe(PDF);
  });
});
