import { describe, expect, it } from "vitest";

import { csvDownload } from "./csv-download";

/** Counts how many pieces were asked for, and whether the rest was let go. */
function counted(pieces: number) {
  const seen = { made: 0, letGo: false };
  async function* source(): AsyncGenerator<string> {
    try {
      for (; seen.made < pieces; seen.made++) yield Promise.resolve(`${String(seen.made)}\r\n`);
    } finally {
      seen.letGo = true;
    }
  }
  return { seen, source: source() };
}

describe("a CSV file as an answer", () => {
  it("is saved, never shown or guessed at, under a name that leads nowhere", () => {
    const { headers } = csvDownload('../a "b"\r\nset-cookie: x.csv', counted(0).source);
    expect(Object.fromEntries(headers)).toEqual({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="_a_b_set-cookie_x.csv"',
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    });
  });

  it("begins with the mark by which Excel knows UTF-8, and holds every piece", async () => {
    const bytes = new Uint8Array(await csvDownload("a.csv", counted(3).source).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe("0\r\n1\r\n2\r\n");
  });

  it("is made no faster than it is fetched, and no further when the reader leaves", async () => {
    const { seen, source } = counted(1000);
    const reader = csvDownload("a.csv", source).body!.getReader();
    for (let piece = 0; piece < 5; piece++) await reader.read();
    expect(seen.made).toBeLessThan(10);
    await reader.cancel();
    expect(seen.letGo).toBe(true);
  });

  it("breaks off instead of ending as if it were whole, when a piece cannot be made", async () => {
    async function* failing(): AsyncGenerator<string> {
      yield Promise.resolve("1\r\n");
      throw new Error("the database is gone");
    }
    await expect(csvDownload("a.csv", failing()).text()).rejects.toThrow("the database is gone");
  });
});
