import "server-only";

import { createHash } from "node:crypto";

import { predictedOutcome, type Finding, type Foretold } from "@/lib/domain";

import { queryOn, type BulkTenant } from "./bulk-tenant";
import { ORG } from "./org-parameter";
import type { Query } from "./tenant";

/** What a finding rests on: nearly all findings rest on one of a few dozen. */
type Ground = Omit<Finding, "reason" | "lane">;

/** A finding as a verdict keeps it: what is its own, and the id of its ground. */
export type GroundedFinding = { readonly ground: number };

/** So many bytes of the hash make an id, which is then a whole number that JSON and JavaScript hold exactly. */
const ID_BYTES = 6;

/**
 * What verdicts repeat word for word: the grounds of findings, and what CAPE would answer. Each is stored once for an
 * organization under an id that comes from its words, and verdicts name the id. Made for one transaction, and for nothing
 * that follows a return to a savepoint of it: what it has written already is not sent again.
 *
 * Parts are never changed and never cleared, which the grants of the table hold everybody to. They stay few, because no
 * fact of an entry stands in them: grounds are those the law tables give, predictions the messages of CBP by confidence
 * and kind of reason, of which a million rows come to some hundreds.
 */
export class VerdictParts {
  readonly #grounds = new WeakMap<Ground["law"], Partial<Record<Ground["confidence"], string>>>();
  readonly #predictions = new WeakMap<Foretold, string>();
  readonly #ids = new Map<string, string>();
  #unwritten: string[] = [];

  /** @returns the id of what the finding rests on */
  groundOf({ confidence, law }: Ground): string {
    let ids = this.#grounds.get(law);
    if (ids === undefined) this.#grounds.set(law, (ids = {}));
    return (ids[confidence] ??= this.#idOf(JSON.stringify({ confidence, law } satisfies Ground)));
  }

  /** @returns the id of CAPE's answer; the rows that show it are not part of it, and are found afresh where they are shown */
  predictionOf(foretold: Foretold): string {
    const known = this.#predictions.get(foretold);
    if (known !== undefined) return known;
    const id = this.#idOf(JSON.stringify(predictedOutcome(foretold)));
    this.#predictions.set(foretold, id);
    return id;
  }

  #idOf(text: string): string {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = String(createHash("sha256").update(text).digest().readUIntBE(0, ID_BYTES));
    this.#ids.set(text, id);
    this.#unwritten.push(text);
    return id;
  }

  /** Stores the parts that were asked for until now. Ask before the verdicts that name them are stored. */
  async write(t: BulkTenant): Promise<void> {
    if (this.#unwritten.length === 0) return;
    const texts = this.#unwritten;
    this.#unwritten = [];
    const parts = [t.orgId, texts.map((text) => this.#ids.get(text)), texts];
    const query = queryOn(t);
    await query(
      `INSERT INTO verdict_parts (org_id, id, content)
       SELECT $1::uuid, id, content::jsonb FROM unnest($2::bigint[], $3::text[]) AS ours (id, content)
       ON CONFLICT (org_id, id) DO NOTHING`,
      parts,
    );
    // Two parts under one id would put the law of one finding under another.
    const others = await query<{ id: string }>(
      `SELECT ours.id::text FROM unnest($2::bigint[], $3::text[]) AS ours (id, content)
       LEFT JOIN verdict_parts p ON p.org_id = $1::uuid AND p.id = ours.id
       WHERE p.content IS DISTINCT FROM ours.content::jsonb`,
      parts,
    );
    if (others.length > 0)
      throw new Error(`Part ${others[0]?.id ?? ""} of verdicts is stored with other words`);
  }
}

/** Findings of an organization as the rules made them, each with what it rests on. */
export async function withGrounds<F extends GroundedFinding>(
  query: Query,
  orgId: string,
  findings: readonly F[],
): Promise<(finding: F) => Omit<F, "ground"> & Ground> {
  const ids = [...new Set(findings.map(({ ground }) => ground))];
  const rows = await query<{ id: string; content: Ground }>(
    `SELECT id::text, content FROM verdict_parts WHERE org_id = ${ORG} AND id = ANY ($2::bigint[])`,
    [orgId, ids.map(String)],
  );
  const grounds = new Map(rows.map(({ id, content }) => [id, content]));
  return ({ ground: id, ...own }) => {
    const ground = grounds.get(String(id));
    if (ground === undefined) throw new Error(`A finding rests on part ${String(id)}, which is not there`);
    return { ...own, ...ground };
  };
}
