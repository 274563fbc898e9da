import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { afterAll, describe, expect, it } from "vitest";

import { openArchive } from "@/lib/files/archive";

import { packetPdf, packetZip } from "./packet-zip";
import { totalsOf } from "./packet-totals";
import { aPacket } from "./testing/a-packet";
import { type ArchivePart, verifyPacket } from "./verify-packet";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-packet-test-"));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

async function partsOf(stream: Readable): Promise<Map<string, Buffer>> {
  const file = path.join(folder, "packet.zip");
  await pipeline(stream, fs.createWriteStream(file));
  const archive = await openArchive(file);
  if (!archive.ok) throw new Error(archive.problem.kind);
  const parts = new Map<string, Buffer>();
  for (const name of archive.value.parts.keys())
    parts.set(name, await bytesOf(Readable.from(archive.value.unpack(name))));
  archive.value.close();
  return parts;
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const asArchive = (parts: ReadonlyMap<string, Buffer>): readonly ArchivePart[] =>
  [...parts].map(([name, bytes]) => ({ name, open: () => Readable.from([bytes]) }));
const broken = async (parts: ReadonlyMap<string, Buffer>) =>
  (await verifyPacket(asArchive(parts))).filter(({ holds }) => !holds).map(({ what }) => what);

/** The name of the packet and the page number. */
const FOOT_TEXTS = 2;

/** How many pieces of text each page of a PDF shows. */
function drawnPages(pdf: Buffer): readonly number[] {
  const streams = pdf.toString("latin1").matchAll(/\/FlateDecode\s*>>\s*stream\r?\n(.*?)\r?\nendstream/gs);
  return [...streams].flatMap(([, packed = ""]) => {
    const content = inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    const texts = content.match(/^BT$/gm)?.length ?? 0;
    return texts === 0 ? [] : [texts];
  });
}

describe("the evidence packet", () => {
  it("holds the file as filed, a document, a workbook, the entries and a manifest, and verifies", async () => {
    const parts = await partsOf(packetZip(aPacket(12)));
    const csv = "CAPE_89123456700_ZZX_2026-11-21_1of1.csv";
    expect([...parts.keys()]).toEqual([csv, "evidence.pdf", "lines.xlsx", "entries.jsonl", "manifest.json"]);
    expect(parts.get("evidence.pdf")?.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await broken(parts)).toEqual([]);
    expect(await verifyPacket(asArchive(parts))).toHaveLength(11);
  });

  it("holds each attached paper once with the hash it had, and shows one that was changed", async () => {
    const letter = Buffer.from("%PDF-1.7 a letter");
    const document = {
      ...{ fileName: "Böker/letter.pdf", kind: "Broker's letter", bytes: letter.length, afterFreeze: true },
      ...{ sha256: createHash("sha256").update(letter).digest("hex"), attachedBy: "Ada Byron" },
      ...{ attachedAt: "2026-11-22T08:00:00.000Z", open: () => Promise.resolve(Readable.from([letter])) },
    };
    const documents = ["ZZX-1000001-1", "the claim"].map((subject) => ({ ...document, subject }));
    const parts = await partsOf(packetZip({ ...aPacket(3), documents }));
    const name = `documents/${document.sha256.slice(0, 16)}_B_ker_letter.pdf`;
    expect([...parts.keys()]).toContain(name);
    expect(await broken(parts)).toEqual([]);
    const swapped = { ...document, open: () => Promise.resolve(Readable.from([Buffer.from("other")])) };
    const forged = await partsOf(
      packetZip({ ...aPacket(3), documents: [{ ...swapped, subject: "the claim" }] }),
    );
    expect(await broken(forged)).toEqual([`${name} is what was attached to the claim (Broker's letter)`]);
  });

  it("is the same whenever it is made", async () => {
    const [first, second] = [await partsOf(packetZip(aPacket(3))), await partsOf(packetZip(aPacket(3)))];
    for (const name of first.keys())
      if (name !== "lines.xlsx" && name !== "manifest.json")
        expect(second.get(name)).toEqual(first.get(name));
  });

  it("shows a changed byte, a changed amount, a missing and an added part", async () => {
    const parts = await partsOf(packetZip(aPacket(3)));
    const entries = parts.get("entries.jsonl")!.toString("utf8");
    const changed = Buffer.from(entries.replace('"refundable":"375.00"', '"refundable":"376.00"'));
    expect(await broken(new Map([...parts, ["entries.jsonl", changed]]))).toEqual([
      "SHA-256 of entries.jsonl",
      "Total of refundable",
    ]);
    expect(await broken(new Map([...parts, ["more.txt", Buffer.from("x")]]))).toEqual([
      "more.txt is in the manifest",
    ]);
    parts.delete("evidence.pdf");
    expect(await broken(parts)).toEqual(["SHA-256 of evidence.pdf"]);
  });

  it("adds certain amounts only", () => {
    expect(totalsOf(aPacket(10).entries)).toEqual({
      ...{
        entries: 10,
        lines: 20,
        ieepaDutyPaid: "3750.00",
        refundable: "3375.00",
        interest: "192.33",
        uncertain: 1,
      },
    });
  });

  it("is no packet without its manifest", async () => {
    expect(await verifyPacket(asArchive(new Map([["a.txt", Buffer.from("a")]])))).toEqual([]);
  });

  it("prints names outside ASCII and pages of many entries", async () => {
    const pdf = await bytesOf(packetPdf(aPacket(200)));
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(8);
  });

  it("has no page that holds its foot alone", async () => {
    const pages = drawnPages(await bytesOf(packetPdf(aPacket(1))));
    expect(pages.length).toBeGreaterThan(1);
    for (const texts of pages) expect(texts).toBeGreaterThan(FOOT_TEXTS);
  });
});
