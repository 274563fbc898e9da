import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";

/** Of a workbook. */
export const XLSX_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type DownloadedFile = {
  readonly fileName: string;
  readonly mediaType: string;
};

/**
 * A file as the answer to a request: saved under its name, never shown in the page's place, never guessed to be another
 * kind of file, and kept by no cache in between.
 */
export function download(
  body: Readable | Uint8Array | BodyInit,
  { fileName, mediaType }: DownloadedFile,
): Response {
  const length = body instanceof Uint8Array ? { "content-length": String(body.byteLength) } : {};
  return new Response(sendable(body), {
    headers: {
      "content-type": mediaType,
      ...length,
      "content-disposition": `attachment; filename="${plainName(fileName)}"`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}

/** The web's types know neither Node's streams nor bytes that may be shared. */
function sendable(body: Readable | Uint8Array | BodyInit): BodyInit {
  if (body instanceof Readable) return Readable.toWeb(body) as NodeStream<Uint8Array> as BodyInit;
  return body instanceof Uint8Array ? Uint8Array.from(body) : body;
}

/** A name that needs no encoding in a header, and leads nowhere. */
const plainName = (name: string): string => name.replaceAll(/[^A-Za-z0-9_.-]+/g, "_").replace(/^\.+/, "");
