import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, it } from "vitest";

import { inOrganizationByCopy } from "./bulk-tenant";
import { pool } from "./database";
import { inOrganization, type TenantScope } from "./tenant";
import { addRowsAfterFiling } from "./testing/rows-after-filing";
import { anOrganization } from "./testing/an-organization";
import { aRowOfMoney } from "./testing/a-row-of-money";

/** Tables that belong to nobody's organization, each with why. */
const GLOBAL_TABLES = [
  "users", // a person may belong to several organizations
  "sessions", // of a person, before an organization is chosen
  "sign_in_limits", // counters by account and address
  "published_rates", // the tariff schedule, the same for everybody
  "_prisma_migrations",
];

type TenantTable = {
  readonly name: string;
  readonly forced: boolean;
  readonly enabled: boolean;
  readonly policies: string;
  readonly checked: boolean;
};

const tenantTables = async (): Promise<readonly TenantTable[]> => {
  const { rows } = await pool.query<TenantTable>(
    `SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
            count(p.polname)::text AS policies,
            coalesce(bool_and(p.polcmd = '*' AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL), false) AS checked
     FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relname = ANY ($1)
     GROUP BY c.oid ORDER BY c.relname`,
    [GLOBAL_TABLES],
  );
  return rows;
};

let harbor: TenantScope;
let other: TenantScope;

beforeAll(async () => {
  harbor = await anOrganization("Harbor");
  other = await anOrganization("Other");
  await inOrganization(harbor, async ({ db, orgId, userId }) => {
    const row = { orgId, id: randomUUID() };
    await db.importer.create({ data: { orgId, number: "89-123456700", name: "Harbor" } });
    const file = { fileName: "a.csv", byteSize: 1n, sha256: "0".repeat(64), createdBy: userId };
    await db.import.create({ data: { ...row, ...file } });
    const aside = { fileRow: 2, reason: "footer", problems: [], cells: [] };
    await db.setAsideRow.create({ data: { orgId, importId: row.id, ...aside } });
    await db.column1Observation.create({
      data: { orgId, importId: row.id, hts: "8413919085", percent: "0" },
    });
    await db.entryLines.create({
      data: {
        ...{ orgId, importId: row.id, entryNumber: "ZZX10000011", rowsUsed: 1 },
        ...{ duty: "1", numbers: [], lines: [[3, null, null, null, null, "1", null, null, null]] },
      },
    });
    await db.factRow.create({
      data: { orgId, importId: row.id, fileRow: 4, entryNumber: "ZZX10000011", content: "" },
    });
    await db.entry.create({ data: { orgId, number: "ZZX10000011", facts: {}, answers: {} } });
    await db.verdictPart.create({ data: { orgId, id: 1n, content: {} } });
    await db.screening.create({
      data: {
        ...{ orgId, entryNumber: "ZZX10000011", lane: "cape-ready", findings: [], missing: [] },
        ...{ ieepaDuty: "1", refundableMin: "1", rulesVersion: "1", asOf: new Date("2026-11-21") },
      },
    });
    await addRowsAfterFiling({ orgId, userId, db });
    await db.ruleEffect.create({
      data: {
        ...{ orgId, entryNumber: "ZZX10000011", effectiveOn: new Date("2026-06-29"), rulesVersion: "1" },
        ...{ laneBefore: "excluded", laneAfter: "cape-recon", asOf: new Date("2026-11-21") },
      },
    });
    await db.claimRow.create({
      data: {
        ...{ orgId, importId: row.id, fileRow: 5, entryNumber: "ZZX10000011" },
        ...{ outcome: "failed", status: "a" },
      },
    });
    await db.entryWithoutIeepa.create({
      data: { orgId, importId: row.id, entryNumber: "ZZX10000011", fileRow: 7 },
    });
    await db.messageNote.create({
      data: { orgId, textKey: "SOMETHING NEW", note: "Ask the broker", notedBy: userId },
    });
    await aRowOfMoney({ db, orgId, userId }, row.id);
    await db.learnedMapping.create({
      data: {
        ...{ orgId, headingsKey: "0".repeat(64), reportType: "es003", mapping: {}, givenBy: userId },
      },
    });
    await db.rowRepair.create({
      data: {
        ...{ orgId, importId: row.id, fileRow: 6, columnIndex: 0, original: "1", repaired: "2" },
        ...{ action: "typed", repairedBy: userId },
      },
    });
    await db.repairRequest.create({
      data: {
        ...{ orgId, id: randomUUID(), importId: row.id, wish: { kind: "take-all-back" } },
        ...{ askedBy: userId, askedAt: new Date("2026-11-21") },
      },
    });
    await db.givenRate.create({ data: { orgId, hts: "8413919085", percent: "2.5", givenBy: userId } });
    const declaration = await db.declaration.create({
      data: { orgId, importerNumber: "89-123456700", filerCode: "ZZX", fileName: "f.csv", createdBy: userId },
    });
    const declarationId = declaration.id;
    await db.declarationEntry.create({
      data: { orgId, declarationId, entryNumber: "ZZX10000011", position: 0 },
    });
    await db.declarationAttestation.create({
      data: { orgId, declarationId, point: 1, userId, userName: "A" },
    });
    await db.declarationSignOff.create({
      data: { orgId, declarationId, userId, userName: "A", contentSha256: "0".repeat(64) },
    });
    const claim = await db.claim.create({ data: { orgId, declarationId, claimNumber: "900000000001" } });
    await db.claimEvent.create({
      data: {
        orgId,
        claimId: claim.id,
        kind: "filed",
        day: new Date("2026-11-21"),
        source: "typed",
        actorId: userId,
      },
    });
    await db.document.create({
      data: {
        ...{ orgId, kind: "letter", fileName: "a", mediaType: "text/plain" },
        ...{ byteSize: 1, sha256: "0".repeat(64) },
        ...{ entryNumber: "ZZX10000011", createdBy: userId },
      },
    });
    await db.auditRecord.create({ data: { orgId, actorId: userId, action: "import.stored", subject: "a" } });
  });
});

describe("every table of an organization", () => {
  it("has row-level security enabled and forced, with one policy that checks reads and writes", async () => {
    const tables = await tenantTables();
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables)
      expect(table, table.name).toMatchObject({ enabled: true, forced: true, policies: "1", checked: true });
  });

  it("has its organization first in every primary key, unique index and foreign key", async () => {
    const { rows } = await pool.query<{ name: string; first: string }>(
      `SELECT i.indexrelid::regclass::text AS name, a.attname AS first
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
       WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND NOT c.relname = ANY ($1)
       UNION ALL
       SELECT k.conname, a.attname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
       WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND NOT c.relname = ANY ($1)`,
      [GLOBAL_TABLES],
    );
    const withoutOrganization = rows.filter(({ first }) => first !== "org_id").map(({ name }) => name);
    // An organization is its own organization, a slug is looked up before one is chosen, and a member is a person.
    expect(withoutOrganization.sort()).toEqual([
      "memberships_user_id_fkey",
      "organizations_pkey",
      "organizations_slug_key",
    ]);
  });

  it("has no foreign key on the tariff lines, where a check per row costs 3.6 times the load", async () => {
    const { rows } = await pool.query(
      "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = 'entry_lines'::regclass",
    );
    expect(rows).toEqual([]);
  });
});

describe("the role of the web process", () => {
  it("is no superuser, bypasses nothing, owns no table", async () => {
    const { rows } = await pool.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              EXISTS (SELECT FROM pg_class WHERE relowner = r.oid AND relkind = 'r') AS owns
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: false },
    ]);
  });
});

describe("the tariff schedule", () => {
  it.each([
    "INSERT INTO published_rates (hts, general, percent, edition) VALUES ('0101210010', 'Free', '0', 'forged')",
    "UPDATE published_rates SET percent = '99'",
    "DELETE FROM published_rates",
    "TRUNCATE published_rates",
  ])("is read by the web role and never written: %s", async (statement) => {
    const run = (text: string) => inOrganizationByCopy(harbor, ({ client }) => client.query(text));
    await expect(run("SELECT * FROM published_rates")).resolves.toMatchObject({ command: "SELECT" });
    await expect(run(statement)).rejects.toThrow(/permission denied/);
  });
});

describe("another organization", () => {
  it("sees no row, changes no row and deletes no row of any table, even without a where", async () => {
    for (const { name } of await tenantTables()) {
      if (name === "organizations" || name === "memberships") continue;
      const own = await inOrganizationByCopy(harbor, ({ client }) => client.query(`SELECT * FROM ${name}`));
      expect(own.rowCount, `${name} of the owner`).toBeGreaterThan(0);
      const foreign = await inOrganizationByCopy(other, async ({ client }) => {
        const seen = await client.query(`SELECT * FROM ${name}`);
        const may = await client.query<{ update: boolean; delete: boolean }>(
          `SELECT has_table_privilege($1, 'UPDATE') AS update, has_table_privilege($1, 'DELETE') AS delete`,
          [name],
        );
        const changes = may.rows[0]?.update ? await client.query(`UPDATE ${name} SET org_id = org_id`) : null;
        const deletions = may.rows[0]?.delete ? await client.query(`DELETE FROM ${name}`) : null;
        return [seen.rowCount, changes?.rowCount ?? 0, deletions?.rowCount ?? 0];
      });
      expect(foreign, name).toEqual([0, 0, 0]);
    }
  });

  it("cannot write a row in the other's name", async () => {
    const write = inOrganization(other, ({ db }) =>
      db.importer.create({ data: { orgId: harbor.orgId, number: "11-111111100", name: "Planted" } }),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it("cannot move a row of its own to the other", async () => {
    await inOrganization(other, ({ db, orgId }) =>
      db.importer.create({ data: { orgId, number: "1", name: "Own" } }),
    );
    const move = inOrganization(other, ({ db, orgId }) =>
      db.importer.updateMany({ where: { orgId, number: "1" }, data: { orgId: harbor.orgId } }),
    );
    await expect(move).rejects.toThrow(/row-level security/);
  });
});

describe("without an organization", () => {
  it("every table shows nothing", async () => {
    for (const { name } of await tenantTables()) {
      const { rowCount } = await pool.query(`SELECT * FROM ${name}`);
      expect(rowCount, name).toBe(0);
    }
  });

  it("a transaction leaves its organization to nobody", async () => {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.org_id', $1, true)", [harbor.orgId]);
      await client.query("COMMIT");
      expect((await client.query("SELECT * FROM entries")).rowCount).toBe(0);
    } finally {
      client.release();
    }
  });
});

describe("evidence", () => {
  it.each(["claim_events", "audit_log", "payment_attestations", "verdict_parts"])(
    "%s takes no update, no delete and no truncate",
    async (table) => {
      for (const statement of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
        await expect(inOrganizationByCopy(harbor, ({ client }) => client.query(statement))).rejects.toThrow(
          /permission denied/,
        );
    },
  );

  it("an entry stands on one live declaration only", async () => {
    const second = inOrganization(harbor, async ({ db, orgId, userId }) => {
      const { id } = await db.declaration.create({
        data: {
          orgId,
          importerNumber: "89-123456700",
          filerCode: "ZZX",
          fileName: "g.csv",
          createdBy: userId,
        },
      });
      await db.declarationEntry.create({
        data: { orgId, declarationId: id, entryNumber: "ZZX10000011", position: 0 },
      });
    });
    await expect(second).rejects.toMatchObject({ code: "P2002" });
  });

  it("a frozen declaration keeps its snapshot, its file and its rows", async () => {
    const freeze = (snapshot: object) =>
      inOrganization(harbor, ({ db, orgId }) =>
        db.declaration.updateMany({
          where: { orgId },
          data: { state: "frozen", snapshot, fileSha256: "1".repeat(64) },
        }),
      );
    await freeze({ total: "1.00" });
    await expect(freeze({ total: "2.00" })).rejects.toThrow(/is frozen/);
    await expect(
      inOrganization(harbor, ({ db, orgId }) =>
        db.declaration.updateMany({ where: { orgId }, data: { state: "draft" } }),
      ),
    ).rejects.toThrow(/is frozen/);
    await expect(
      inOrganization(harbor, ({ db, orgId }) => db.declarationEntry.deleteMany({ where: { orgId } })),
    ).rejects.toThrow(/is frozen/);
    const freed = await inOrganization(harbor, ({ db, orgId }) =>
      db.declarationEntry.updateMany({ where: { orgId }, data: { live: false } }),
    );
    expect(freed.count).toBe(1);
  });
});
