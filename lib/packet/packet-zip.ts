import { createHash } from "node:crypto";
import { PassThrough, Readable, Transform } from "node:stream";

import { ZipFile } from "yazl";

import type { PacketContent, PacketDocument, PacketEntry } from "./packet-content";
import { drawPacket } from "./packet-pdf";
import { totalsOf, type PacketTotals } from "./packet-totals";
import { packetWorkbook } from "./packet-workbook";
import { PdfSheet } from "./pdf-sheet";

/** One file of the packet, as the manifest names it. */
type PacketPart = { readonly name: string; readonly sha256: string; readonly bytes: number };

/** `manifest.json`: what must be the same whenever the packet is opened. */
export type PacketManifest = {
  readonly packet: "capedesk-evidence-1";
  readonly declaration: PacketContent["declaration"] & { readonly organization: string };
  readonly csv: string;
  readonly totals: PacketTotals;
  readonly sources: PacketContent["sources"];
  /** The hash that each paper had when it was attached. Absent in packets made before papers were. */
  readonly documents?: readonly (Omit<PacketDocument, "open"> & { readonly part: string })[];
  readonly parts: readonly PacketPart[];
};

export const MANIFEST_NAME = "manifest.json";
/** One entry a line, with its lines and amounts, exactly as frozen: what every total is added from. */
export const ENTRIES_NAME = "entries.jsonl";

/**
 * The packet as one ZIP file, made while it is read: a document in print, a workbook, the file as filed, the entries,
 * and a manifest with the hash of each. The same declaration gives the same parts every time.
 */
export function packetZip(content: PacketContent): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const mtime = new Date(content.declaration.frozenAt);
  const parts: PacketPart[] = [];
  const add = (name: string, open: () => Promise<Readable> | Readable): void => {
    zip.addReadStreamLazy(name, { mtime }, (ready) => {
      const opened = async () => ready(null, (await open()).pipe(hashing(name, parts)));
      opened().catch((error: unknown) => out.destroy(error as Error));
    });
  };
  add(content.csv.name, () => Readable.from([Buffer.from(content.csv.content)]));
  add("evidence.pdf", () => packetPdf(content));
  add("lines.xlsx", async () => Readable.from([await packetWorkbook(content)]));
  add(ENTRIES_NAME, () => Readable.from(jsonLines(content.entries)));
  for (const [name, { open }] of documentParts(content.documents)) add(name, open);
  // Opened when all others were read to their end, so their hashes are known.
  zip.addReadStreamLazy(MANIFEST_NAME, { mtime }, (ready) => {
    ready(null, Readable.from([manifestText(content, parts)]));
  });
  zip.end();
  zip.on("error", (error: Error) => out.destroy(error));
  zip.outputStream.pipe(out);
  return out;
}

/** Each paper once, under a name that leads nowhere and is its own. */
const documentParts = (documents: PacketContent["documents"]): ReadonlyMap<string, PacketDocument> =>
  new Map(documents.map((each) => [documentPart(each), each]));

const documentPart = ({ sha256, fileName }: PacketDocument): string =>
  `documents/${sha256.slice(0, 16)}_${fileName.replaceAll(/[^A-Za-z0-9_.-]+/g, "_").slice(-100)}`;

/** The document in print; it is drawn as fast as it is read. */
export function packetPdf(content: PacketContent): Readable {
  const { declaration, csv } = content;
  const foot = `Evidence packet for ${csv.name}, rules ${declaration.rulesVersion}, as of ${declaration.asOf}`;
  const sheet = new PdfSheet(`Evidence packet ${csv.name}`, foot, new Date(declaration.frozenAt));
  const pages = new PassThrough();
  sheet.stream.pipe(pages);
  drawPacket(sheet, content).catch((error: unknown) => pages.destroy(error as Error));
  return pages;
}

function hashing(name: string, parts: PacketPart[]): Transform {
  const hash = createHash("sha256");
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
    flush(done) {
      parts.push({ name, sha256: hash.digest("hex"), bytes });
      done();
    },
  });
}

function* jsonLines(entries: readonly PacketEntry[]): Generator<string> {
  for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

const withoutBytes = ({ open: _open, ...document }: PacketDocument): Omit<PacketDocument, "open"> => document;

function manifestText(content: PacketContent, parts: readonly PacketPart[]): string {
  const manifest: PacketManifest = {
    packet: "capedesk-evidence-1",
    declaration: { organization: content.organization, ...content.declaration },
    csv: content.csv.name,
    totals: totalsOf(content.entries),
    sources: content.sources,
    documents: content.documents.map((document) => ({
      ...withoutBytes(document),
      part: documentPart(document),
    })),
    parts,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
