import Papa from "papaparse";

import { type HeldFile, isBlankRow } from "@/lib/domain";

/** Beginnings by which editors mark how a text is encoded. */
const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/** Reads a small file that is meant for CBP's upload, as it is; runs in the browser as well, so that nothing is sent. */
export function readHeldFile(name: string, bytes: Uint8Array): HeldFile {
  const mark = MARKS.find((each) => each.bytes.every((byte, at) => bytes[at] === byte));
  const text = new TextDecoder(mark?.encoding ?? "utf-8").decode(bytes);
  const { data } = Papa.parse<string[]>(text, { delimiter: "," });
  return {
    name,
    bytes: bytes.byteLength,
    byteOrderMark: mark !== undefined,
    quotes: text.includes('"'),
    rows: data.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => !isBlankRow(cells)),
  };
}

/** Entry numbers that somebody pasted, one on a line or divided by blanks, commas or semicolons, as such a file. */
export function pastedNumbers(text: string): HeldFile {
  const numbers = text.split(/[\s,;]+/).filter((each) => each !== "");
  const rows = ["Entry Number", ...numbers].map((cell, index) => ({ row: index + 1, cells: [cell] }));
  return { name: "pasted.csv", bytes: text.length, byteOrderMark: false, quotes: false, rows };
}
