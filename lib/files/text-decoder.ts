import { isAscii, isUtf8 } from "node:buffer";

export type TextEncoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

const UTF8_BOM = [0xef, 0xbb, 0xbf] as const;

/**
 * Bytes to text, piece by piece: UTF-16 where the beginning shows it ("Unicode Text" of Excel), else UTF-8 with or
 * without a byte order mark, and Windows-1252 from the first byte that is no UTF-8 (up to there the two agree, because
 * everything was plain ASCII). In a file that mixes both, the broken bytes become U+FFFD, so that they are seen and
 * never mistaken for a letter.
 */
export class PieceDecoder {
  #encoding: TextEncoding = "utf-8";
  #utf16: TextDecoder | null = null;
  #sawMultibyte = false;
  #atStart = true;
  /** The unfinished character at the end of the last piece, three bytes at most. */
  #rest: Buffer = Buffer.alloc(0);

  get encoding(): TextEncoding {
    return this.#encoding;
  }

  decode(piece: Buffer): string {
    if (this.#atStart) this.#begin(piece);
    if (this.#utf16 !== null) return this.#utf16.decode(piece, { stream: true });
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    if (this.#encoding === "windows-1252") return decodeWindows1252(bytes);
    const end = bytes.length - unfinishedLength(bytes);
    this.#rest = Buffer.from(bytes.subarray(end));
    return this.#text(bytes.subarray(0, end));
  }

  end(): string {
    if (this.#utf16 !== null) return this.#utf16.decode();
    const bytes = this.#rest;
    this.#rest = Buffer.alloc(0);
    return this.#text(bytes);
  }

  #begin(head: Buffer): void {
    const found = utf16In(head);
    if (found === null) return;
    this.#encoding = found;
    this.#utf16 = new TextDecoder(found);
    this.#atStart = false;
  }

  #text(bytes: Buffer): string {
    if (bytes.length === 0) return "";
    const start =
      this.#atStart && UTF8_BOM.every((byte, index) => bytes[index] === byte) ? UTF8_BOM.length : 0;
    this.#atStart = false;
    if (isAscii(bytes)) return bytes.toString("latin1");
    if (isUtf8(bytes)) {
      this.#sawMultibyte ||= start === 0 || !isAscii(bytes.subarray(start));
      return decodeUtf8(bytes.subarray(start));
    }
    if (this.#sawMultibyte || start > 0) return decodeUtf8(bytes.subarray(start));
    this.#encoding = "windows-1252";
    const text = decodeWindows1252(Buffer.concat([bytes, this.#rest]));
    this.#rest = Buffer.alloc(0);
    return text;
  }
}

/** By its byte order mark; without one by the zeros that Latin text has in every second byte. Null: not UTF-16. */
export function utf16In(head: Buffer): "utf-16le" | "utf-16be" | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = head.subarray(0, 1024);
  const zeros: [number, number] = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++;
  const [even, odd] = zeros;
  if (Math.max(even, odd) <= start.length / 4 || Math.min(even, odd) >= start.length / 32) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

// Windows-1252 differs from Latin-1 in these 32 bytes; Node's own decoder takes the one for the other
// (https://github.com/nodejs/node/issues/56542). Five bytes stand for nothing and stay control characters.
const WINDOWS_1252_FROM_0X80 =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

const decodeWindows1252 = (bytes: Buffer): string =>
  bytes
    .toString("latin1")
    .replaceAll(/[\u0080-\u009F]/g, (control) => WINDOWS_1252_FROM_0X80.charAt(control.charCodeAt(0) - 0x80));

const decodeUtf8 = (bytes: Buffer): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** Bytes at the end that begin a UTF-8 character without finishing it. */
function unfinishedLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue; // a continuation byte: look further back
    const length = byte >= 0b1111_0000 ? 4 : byte >= 0b1110_0000 ? 3 : byte >= 0b1100_0000 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
