import type { FileRefusal, ForeignFormat } from "./file-refusal";

const MAGIC: readonly { readonly format: ForeignFormat; readonly bytes: readonly number[] }[] = [
  { format: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: "xls", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: "gzip", bytes: [0x1f, 0x8b] },
];

// The first entries of the package, by the names that every Excel workbook carries.
const WORKBOOK_PART = /\[Content_Types\]\.xml|xl\/|_rels\/\.rels/;

/** Tells by its first bytes when a file is no text table, whatever its name says; null when it may be one. */
export function sniffFormat(head: Buffer): FileRefusal | null {
  if (head.length === 0) return { kind: "empty-file" };
  const found = MAGIC.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))?.format;
  if (found !== undefined) {
    const isWorkbook = found === "zip" && WORKBOOK_PART.test(head.toString("latin1"));
    return { kind: "foreign-format", format: isWorkbook ? "xlsx" : found };
  }
  if (isUtf16(head)) return { kind: "utf-16" };
  if (head.includes(0)) return { kind: "foreign-format", format: "binary" };
  return sniffMarkup(head.toString("latin1"));
}

function isUtf16(head: Buffer): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  // Without a byte order mark: Latin text has a zero in every second byte.
  const start = head.subarray(0, 1024);
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) > start.length / 4 && Math.min(even, odd) < start.length / 32;
}

function sniffMarkup(text: string): FileRefusal | null {
  const start = text.replace(/^(?:\xEF\xBB\xBF|\s)+/, "").slice(0, 512);
  if (start === "" && text.length < 512) return { kind: "empty-file" };
  if (/^<(?:!doctype html|html|head|body|table|meta|style|script|div)\b/i.test(start))
    return { kind: "markup", language: "html" };
  if (/^<\?xml|^<[a-z][\w:.-]*[\s/>]|^<!--/i.test(start))
    return { kind: "markup", language: /<html\b/i.test(start) ? "html" : "xml" };
  if (start.startsWith("%PDF")) return { kind: "foreign-format", format: "pdf" };
  return null;
}
