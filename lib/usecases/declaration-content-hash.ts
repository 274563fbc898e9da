import "server-only";

import { createHash } from "node:crypto";

import type { DeclaredEntry } from "@/lib/data/declared-entries";
import { RULES, type ReadinessPoint } from "@/lib/domain";

/**
 * SHA-256 of what a second person signs: the file's name, its entries in their order with lane and amounts, and every
 * point with its answer. Interest is not part of it: it grows by the day, and nothing is decided by it.
 */
export function contentHash(
  fileName: string,
  entries: readonly DeclaredEntry[],
  points: readonly ReadinessPoint[],
): string {
  const hash = createHash("sha256").update(`${fileName}\nrules ${RULES.version}\n`);
  for (const { facts, refundable, refundableMin, refundableMax } of entries) {
    const amounts = [refundable, refundableMin, refundableMax].map((amount) => amount?.toFixed() ?? null);
    hash.update(`${JSON.stringify([facts.number, facts.lane, facts.importerNumber, ...amounts])}\n`);
  }
  for (const { id, state, failing, warned, assumed, attestation } of points)
    hash.update(`${JSON.stringify([id, state, failing, warned, assumed, attestation])}\n`);
  return hash.digest("hex");
}
