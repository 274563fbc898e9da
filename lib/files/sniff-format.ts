import { open } from "node:fs/promises";

import type { FileRefusal, ForeignFormat } from "./file-refusal";
import { utf16In } from "./text-decoder";

export const BINARY = { kind: "foreign-format", format: "binary" } as const satisfies FileRefusal;

const MAGIC: readonly { readonly format: ForeignFormat; readonly bytes: readonly number[] }[] = [
  { format: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: "xls", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: "gzip", bytes: [0x1f, 0x8b] },
];

/** True for a ZIP file, and so for a workbook, whatever its name says. */
export async function looksLikeArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return MAGIC.some(
      ({ format, bytes }) =>
        format === "zip" && bytesRead === bytes.length && bytes.every((byte, at) => buffer[at] === byte),
    );
  } finally {
    await file.close();
  }
}

/** Tells by its first bytes when a file is no text table, whatever its name says; null when it may be one. */
export function sniffFormat(head: Buffer): FileRefusal | null {
  if (head.length === 0) return { kind: "empty-file" };
  const found = MAGIC.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))?.format;
  if (found !== undefined) return { kind: "foreign-format", format: found };
  const utf16 = utf16In(head);
  if (utf16 !== null) return sniffMarkup(new TextDecoder(utf16).decode(head));
  return head.includes(0) ? BINARY : sniffMarkup(head.toString("latin1"));
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
