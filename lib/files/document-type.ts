import { open } from "node:fs/promises";
import path from "node:path";

import { err, ok, type Result } from "@/lib/domain";

import { openArchive } from "./archive";
import { looksLikeArchive, sniffFormat } from "./sniff-format";
import { XLSX_MEDIA_TYPE } from "./download";

/** What may be attached, told by the bytes; the extension must say the same. */
const DOCUMENT_TYPES = {
  pdf: { extensions: [".pdf"], mediaType: "application/pdf" },
  png: { extensions: [".png"], mediaType: "image/png" },
  jpeg: { extensions: [".jpg", ".jpeg"], mediaType: "image/jpeg" },
  xlsx: {
    extensions: [".xlsx"],
    mediaType: XLSX_MEDIA_TYPE,
  },
  csv: { extensions: [".csv"], mediaType: "text/csv" },
} as const satisfies Record<string, { readonly extensions: readonly string[]; readonly mediaType: string }>;

export type DocumentType = keyof typeof DOCUMENT_TYPES;

export type DocumentRefusal =
  | { readonly kind: "document-empty" }
  /** None of the formats that are taken. */
  | { readonly kind: "document-format"; readonly extension: string }
  | { readonly kind: "document-extension"; readonly extension: string; readonly found: DocumentType }
  /** A workbook that carries programs. */
  | { readonly kind: "document-macros" };

export const DOCUMENT_BYTES_MAX = 25_000_000;

export const DOCUMENT_EXTENSIONS = Object.values(DOCUMENT_TYPES).flatMap(({ extensions }) => extensions);

const SIGNATURES: readonly (readonly [DocumentType, readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpeg", [0xff, 0xd8, 0xff]],
];

/** Enough for every signature, and to see that text is text. */
const HEAD_BYTES = 65_536;

/** The media type of a stored file whose bytes and name agree on one of the formats that are taken. */
export async function documentTypeOf(
  stored: string,
  fileName: string,
): Promise<Result<string, DocumentRefusal>> {
  const extension = path.extname(fileName).toLowerCase();
  const found = await formatOf(stored);
  if (typeof found === "object")
    return err(found.kind === "document-format" ? { ...found, extension } : found);
  const { extensions, mediaType } = DOCUMENT_TYPES[found];
  if (!(extensions as readonly string[]).includes(extension))
    return err({ kind: "document-extension", extension, found });
  return ok(mediaType);
}

async function formatOf(stored: string): Promise<DocumentType | DocumentRefusal> {
  const head = await headOf(stored);
  if (head.length === 0) return { kind: "document-empty" };
  const signed = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (signed) return signed[0];
  if (await looksLikeArchive(stored)) return workbookOf(stored);
  return sniffFormat(head) === null ? "csv" : NO_FORMAT;
}

async function workbookOf(stored: string): Promise<DocumentType | DocumentRefusal> {
  const archive = await openArchive(stored);
  if (!archive.ok) return NO_FORMAT;
  const { parts, close } = archive.value;
  close();
  if (!parts.has("[Content_Types].xml") || !parts.has("xl/workbook.xml")) return NO_FORMAT;
  return [...parts.keys()].some((name) => /vbaproject|activex|macrosheets/i.test(name))
    ? { kind: "document-macros" }
    : "xlsx";
}

const NO_FORMAT = { kind: "document-format", extension: "" } as const satisfies DocumentRefusal;

async function headOf(stored: string): Promise<Buffer> {
  const file = await open(stored);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
