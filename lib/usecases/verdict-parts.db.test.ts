import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { declarationsOf } from "@/lib/data/declarations";
import { declaredEntries } from "@/lib/data/declared-entries";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { asOwner } from "@/lib/data/testing/as-owner";
import { withGrounds, type GroundedFinding } from "@/lib/data/verdict-parts";
import { evidenceOfMessage, predictedOutcome, type EntryNumber } from "@/lib/domain";

import { screenOrganization } from "./screen-organization";
import { aDraft, aFrozen, withReadyEntries } from "./testing/a-declaration";
import { added, importRows } from "./testing/read-into-books";
import { viewEntry, type EntryView } from "./view-entry";

type StoredVerdict = {
  readonly number: EntryNumber;
  readonly findings: readonly GroundedFinding[];
  readonly predicted: unknown;
};

const storedIn = (scope: OrgScope, schema = "public") =>
  asOwner<StoredVerdict>(
    `SELECT s.entry_number AS number, s.findings, p.content AS predicted FROM ${schema}.screenings s
     JOIN ${schema}.verdict_parts p ON p.org_id = s.org_id AND p.id = s.predicted
     WHERE s.org_id = $1 ORDER BY s.entry_number`,
    [scope.orgId],
  );

const partsOf = ({ orgId }: OrgScope) =>
  asOwner<{ id: string; content: object }>(
    "SELECT id::text, content FROM verdict_parts WHERE org_id = $1 ORDER BY id",
    [orgId],
  );

/** What the rules say of an entry, as JSON holds it. */
async function saidOf(scope: OrgScope, number: EntryNumber) {
  const view = await viewEntry(scope, number, today());
  if (view === null) throw new Error(`${number} is not in the books`);
  const { findings, predicted } = view.screening;
  const said = { findings, predicted: predictedOutcome(predicted) };
  return { view, said: JSON.parse(JSON.stringify(said)) as { findings: object[]; predicted: object } };
}

let sample: OrgScope;
beforeAll(async () => {
  sample = (await aMember()).scope;
  await added(sample, readFileSync("public/samples/ace-es003-with-liquidation.csv"));
});

describe("the verdicts of the sample report", () => {
  it("come back from the books as the rules made them, law, confidence and prediction included", async () => {
    const stored = await storedIn(sample);
    expect(stored.length).toBeGreaterThan(15);
    const whole = await inOrganization(sample, (t) =>
      withGrounds(
        queryOf(t),
        t.orgId,
        stored.flatMap(({ findings }) => findings),
      ),
    );
    for (const { number, findings, predicted } of stored) {
      const { said } = await saidOf(sample, number);
      expect({ findings: findings.map(whole), predicted }, number).toEqual(said);
    }
  });

  it("share their parts, each of which stands in the books once", async () => {
    const parts = await partsOf(sample);
    expect(new Set(parts.map(({ content }) => JSON.stringify(content))).size).toBe(parts.length);
    const stored = await storedIn(sample);
    const findings = stored.flatMap((verdict) => verdict.findings);
    expect(parts.length).toBeLessThan((findings.length + stored.length) / 2);
    await screenOrganization(sample);
    expect(await partsOf(sample)).toEqual(parts);
  });

  it("name the same parts for two entries with the same facts", async () => {
    const { scope } = await aMember();
    await importRows(scope, [aReadyRow(entryNumber(1)), aReadyRow(entryNumber(2))]);
    const [one, two] = await storedIn(scope);
    const grounds = (verdict?: StoredVerdict) => verdict?.findings.map(({ ground }) => ground);
    expect(grounds(one)?.length).toBeGreaterThan(0);
    expect([grounds(two), two?.predicted]).toEqual([grounds(one), one?.predicted]);
    const named = new Set(grounds(one)).size + 1; // the grounds, and what CAPE would answer
    expect(await partsOf(scope)).toHaveLength(named);
  });
});

describe("a part under whose id other words are stored", () => {
  it("ends the import and the screening that would name it, and no verdict changes", async () => {
    const rows = [aReadyRow(entryNumber(1))];
    const first = (await aMember()).scope;
    await importRows(first, rows);
    const [part] = await partsOf(first);
    const forge = (scope: OrgScope) =>
      asOwner(
        `INSERT INTO verdict_parts VALUES ($1, $2, '{"law": [], "confidence": "proven"}')
         ON CONFLICT (org_id, id) DO UPDATE SET content = excluded.content`,
        [scope.orgId, part!.id],
      );
    const second = (await aMember()).scope;
    await forge(second);
    await expect(importRows(second, rows)).rejects.toThrow(/stored with other words/);
    expect(await storedIn(second)).toEqual([]);

    await forge(first);
    await asOwner("UPDATE screenings SET as_of = '2026-11-01' WHERE org_id = $1", [first.orgId]);
    await expect(screenOrganization(first)).rejects.toThrow(/stored with other words/);
    const days = await asOwner("SELECT as_of::text FROM screenings WHERE org_id = $1", [first.orgId]);
    expect(days).toEqual([{ as_of: "2026-11-01" }]);
  });
});

describe("a declaration", () => {
  it("keeps the whole findings, law and confidence included, and what CAPE would answer", async () => {
    const scope = await withReadyEntries();
    const id = await aFrozen(scope);
    const snapshot = await inOrganization(scope, (t) => declarationsOf(t).snapshot(id));
    const { entries } = snapshot as { entries: { facts: { number: EntryNumber } }[] };
    expect(entries).toHaveLength(3);
    for (const entry of entries) {
      const { said } = await saidOf(scope, entry.facts.number);
      expect(said.findings[0]).toHaveProperty("confidence");
      expect(said.findings[0]).toHaveProperty(["law", 0, "published"]);
      expect(entry).toMatchObject(said);
    }
  });

  it("is not shown with findings whose law is gone from the books", async () => {
    const scope = await withReadyEntries();
    const id = await aDraft(scope);
    await asOwner("DELETE FROM verdict_parts WHERE org_id = $1 AND content ? 'law'", [scope.orgId]);
    const shown = inOrganization(scope, (t) => declaredEntries(t, id));
    await expect(shown).rejects.toThrow(/which is not there/);
  });
});

describe("verdicts stored before their parts were shared", () => {
  const migration = readFileSync("prisma/migrations/20261127000300_verdicts_slimmer/migration.sql", "utf8");

  /** The prediction with the rows that show each message. */
  function asStoredBefore({ entry, screening }: EntryView): object {
    const { predicted } = screening;
    const outcome = predictedOutcome(predicted);
    if (predicted.kind === "accepted" || outcome.kind === "accepted") return outcome;
    const evidence = predicted.messages.map((message) => evidenceOfMessage(message, entry));
    return {
      ...outcome,
      messages: outcome.messages.map((message, at) => ({ ...message, evidence: evidence[at] })),
    };
  }

  it("say the same after the migration", async () => {
    const schema = `before_${sample.orgId.replaceAll("-", "")}`;
    const numbers = (await storedIn(sample)).map(({ number }) => number);
    await asOwner(`CREATE SCHEMA ${schema}`);
    await asOwner(
      `CREATE TABLE ${schema}.screenings (org_id uuid, entry_number text, findings jsonb, predicted jsonb)`,
    );
    const expected: object[] = [];
    for (const number of numbers) {
      const { view, said } = await saidOf(sample, number);
      await asOwner(`INSERT INTO ${schema}.screenings VALUES ($1, $2, $3, $4)`, [
        ...[sample.orgId, number, JSON.stringify(said.findings), JSON.stringify(asStoredBefore(view))],
      ]);
      expected.push({ number, ...said });
    }
    await asOwner(`INSERT INTO ${schema}.screenings VALUES ($1, 'ZZX10000999', '[]', NULL)`, [sample.orgId]);
    await asOwner(`SET LOCAL search_path = ${schema}, public; ${migration}`);
    const stored = await storedIn(sample, schema);
    const parts = await asOwner<{ id: string; content: object }>(
      `SELECT id::text, content FROM ${schema}.verdict_parts`,
    );
    const contents = new Map(parts.map(({ id, content }) => [id, content]));
    expect(
      stored.map(({ findings, ...rest }) => ({
        ...rest,
        findings: findings.map(({ ground, ...own }) => ({ ...own, ...contents.get(String(ground)) })),
      })),
    ).toEqual(expected);
    expect(
      await asOwner(
        `SELECT findings, predicted FROM ${schema}.screenings WHERE entry_number = 'ZZX10000999'`,
      ),
    ).toEqual([{ findings: [], predicted: null }]);
    expect(parts.map(({ content }) => JSON.stringify(content)).sort()).toEqual(
      (await partsOf(sample)).map(({ content }) => JSON.stringify(content)).sort(),
    );
    await asOwner(`DROP SCHEMA ${schema} CASCADE`);
  });
});
