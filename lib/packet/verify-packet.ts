import { createHash } from "node:crypto";
import type { Readable } from "node:stream";

import { toDeclarationCsv } from "@/lib/domain";

import type { PacketEntry } from "./packet-content";
import { totalsOf } from "./packet-totals";
import { ENTRIES_NAME, MANIFEST_NAME, type PacketManifest } from "./packet-zip";

/** A file of an archive, opened when it is asked for. */
export type ArchivePart = { readonly name: string; readonly open: () => Readable };

/** One thing that was computed again, and whether it came to the same. */
export type PacketCheck = { readonly what: string; readonly holds: boolean; readonly found: string };

/** Computes every hash and every total of a packet again. Empty: it is no packet of ours. */
export async function verifyPacket(parts: readonly ArchivePart[]): Promise<readonly PacketCheck[]> {
  const manifestPart = parts.find(({ name }) => name === MANIFEST_NAME);
  if (!manifestPart) return [];
  const manifest = JSON.parse((await bytesOf(manifestPart)).toString("utf8")) as PacketManifest;
  const checks: PacketCheck[] = [];
  for (const { name, sha256 } of manifest.parts) {
    const part = parts.find((each) => each.name === name);
    const found = part ? await hashOf(part) : "missing";
    checks.push({ what: `SHA-256 of ${name}`, holds: found === sha256, found });
  }
  for (const { part: name, sha256, subject, kind } of manifest.documents ?? []) {
    const found = manifest.parts.find((each) => each.name === name)?.sha256 ?? "missing";
    checks.push({
      what: `${name} is what was attached to ${subject} (${kind})`,
      holds: found === sha256,
      found,
    });
  }
  const listed = new Set([MANIFEST_NAME, ...manifest.parts.map(({ name }) => name)]);
  for (const { name } of parts)
    if (!listed.has(name))
      checks.push({ what: `${name} is in the manifest`, holds: false, found: "not listed" });
  return [...checks, ...(await checkEntries(parts, manifest))];
}

async function checkEntries(
  parts: readonly ArchivePart[],
  { totals, csv }: PacketManifest,
): Promise<readonly PacketCheck[]> {
  const [entriesPart, csvPart] = [ENTRIES_NAME, csv].map((name) => parts.find((part) => part.name === name));
  if (!entriesPart || !csvPart) return [];
  const text = (await bytesOf(entriesPart)).toString("utf8");
  const entries = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as PacketEntry);
  const found = totalsOf(entries);
  const names = Object.keys(found) as (keyof typeof found)[];
  const filed = (await bytesOf(csvPart)).toString("latin1");
  const numbers = toDeclarationCsv(entries.map(({ number }) => number));
  return [
    ...names.map((name) => ({
      what: `Total of ${name}`,
      holds: found[name] === totals[name],
      found: String(found[name]),
    })),
    { what: `Entry numbers of ${csv}`, holds: filed === numbers, found: `${String(entries.length)} entries` },
  ];
}

async function bytesOf({ open }: ArchivePart): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of open()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function hashOf({ open }: ArchivePart): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of open()) hash.update(piece as Buffer);
  return hash.digest("hex");
}
