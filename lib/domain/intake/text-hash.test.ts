import fc from "fast-check";
import { expect, it } from "vitest";

import { ListHash } from "./text-hash";

/** The same hash of the whole joined text, as short as it can be written. */
function plainHash(texts: readonly string[]): string {
  const characters = Array.from({ length: texts.join("\u001F").length }, (_, at) => at);
  const joined = texts.join("\u001F");
  const run = (seed: number, salt: (at: number) => number): number =>
    characters.reduce((sum, at) => Math.imul(sum ^ joined.charCodeAt(at) ^ salt(at), 0x01000193), seed);
  const inBase36 = (sum: number): string => (sum >>> 0).toString(36);
  return `${inBase36(run(0x811c9dc5, () => 0))}.${inBase36(run(0x050c5d1f, (at) => at & 0xff))}`;
}

const listed =
  (texts: readonly string[]) =>
  (at: number): string =>
    texts[at] ?? "";

const someText = fc.oneof(
  fc.constantFrom("", "CN", "NO", "x".repeat(300)),
  fc.string(),
  fc.string({ unit: "binary" }),
);

it("hashes the same list again to the same", () => {
  const texts = ["", "CN", "x".repeat(300)];
  const hash = new ListHash(3);
  const hashes = [0, 3, 1].map((from) => hash.of(listed(texts), from));
  expect(hashes).toEqual(Array(3).fill(plainHash(texts)));
});

it("hashes a list as the joined text, also where it only goes on from the first text that changed", () => {
  const lists = fc.array(fc.tuple(someText, someText, someText), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(lists, (list) => {
      const hash = new ListHash(3);
      let above: readonly string[] | null = null;
      for (const texts of list) {
        const from = above === null ? 0 : texts.findIndex((text, at) => text !== above?.[at]);
        expect(hash.of(listed(texts), from === -1 ? texts.length : from)).toBe(plainHash(texts));
        above = texts;
      }
    }),
    { numRuns: 1_000 },
  );
});
