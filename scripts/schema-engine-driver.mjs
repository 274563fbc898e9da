// The database driver under schema-engine.mjs. @prisma/adapter-pg 7.10 will not do for migrations: it does not know the
// catalog type "char", cuts scripts at every semicolon (functions, DO blocks), and its pool spreads one advisory lock
// over several sessions.
import { randomUUID } from "node:crypto";
import { ColumnTypeEnum as Column, DriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";

const NAMES = { provider: "postgres", adapterName: "schema-engine-wasm" };

/** Type numbers of Postgres' catalog (pg_type.oid) → how the engine reads them. All others are text to it. */
const COLUMN_TYPES = {
  16: Column.Boolean,
  17: Column.Bytes,
  18: Column.Character,
  20: Column.Int64,
  21: Column.Int32,
  23: Column.Int32,
  26: Column.Int64,
  114: Column.Json,
  700: Column.Float,
  701: Column.Double,
  1000: Column.BooleanArray,
  1002: Column.CharacterArray,
  1003: Column.TextArray,
  1005: Column.Int32Array,
  1007: Column.Int32Array,
  1009: Column.TextArray,
  1016: Column.Int64Array,
  1028: Column.Int64Array,
  1082: Column.Date,
  1083: Column.Time,
  1114: Column.DateTime,
  1184: Column.DateTime,
  1700: Column.Numeric,
  2950: Column.Uuid,
  3802: Column.Json,
};

const asText = (value) => value;
const PARSERS = {
  16: (value) => value === "t",
  20: asText,
  21: Number,
  23: Number,
  26: asText,
  114: asText,
  700: Number,
  701: Number,
  1082: asText,
  1083: asText,
  1114: (value) => `${value.replace(" ", "T")}+00:00`,
  1184: (value) => value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"),
  1700: asText,
  3802: asText,
};
const types = {
  getTypeParser(oid, format) {
    const ours = PARSERS[oid] ?? (oid in COLUMN_TYPES ? undefined : asText);
    return format === "text" && ours ? ours : pg.types.getTypeParser(oid, format);
  },
};

/** The engine recognizes Postgres' own errors; anything else is a fault of ours. */
function rethrow(error) {
  if (!error.code || !error.severity) throw error;
  const { code, severity, message, detail, column, hint } = error;
  const native = { originalCode: code, originalMessage: message };
  throw new DriverAdapterError({
    kind: "postgres",
    ...native,
    code,
    severity,
    message,
    detail,
    column,
    hint,
  });
}

const toValue = (argument) => (argument instanceof Uint8Array ? Buffer.from(argument) : argument);

class Session {
  constructor(client, schema, dispose = async () => undefined) {
    Object.assign(this, NAMES, { client, schema, dispose });
  }
  io({ sql, args }) {
    const query = { text: sql, values: args.map(toValue), rowMode: "array", types };
    return this.client.query(query).catch(rethrow);
  }
  async queryRaw(query) {
    const { fields, rows } = await this.io(query);
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map((field) => COLUMN_TYPES[field.dataTypeID] ?? Column.Text),
      rows,
    };
  }
  async executeRaw(query) {
    return (await this.io(query)).rowCount ?? 0;
  }
  async executeScript(script) {
    await this.client.query(script).catch(rethrow);
  }
  /** The engine itself sends COMMIT and ROLLBACK, as statements. */
  async startTransaction() {
    await this.client.query("BEGIN");
    const nothing = async () => undefined;
    const options = { usePhantomQuery: false };
    return Object.assign(new Session(this.client, this.schema), {
      options,
      commit: nothing,
      rollback: nothing,
    });
  }
  getConnectionInfo() {
    return { schemaName: this.schema, supportsRelationJoins: true };
  }
}

/** Splits Prisma's `?schema=` off, which Postgres does not know. */
export function readTarget(text) {
  const url = new URL(text);
  const schema = url.searchParams.get("schema") || undefined;
  url.searchParams.delete("schema");
  return { url, schema, database: decodeURIComponent(url.pathname.slice(1)) };
}

/** The engine's connections to one database and to its shadow. */
export class Sessions {
  constructor(text) {
    Object.assign(this, NAMES, readTarget(text), { clients: new Set() });
  }
  async open(url) {
    const client = new pg.Client({ connectionString: url.href });
    client.on("error", () => undefined); // a connection that dies shows in the next query
    await client.connect();
    this.clients.add(client);
    if (this.schema) {
      const schema = client.escapeIdentifier(this.schema);
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET search_path = ${schema}`);
    }
    return client;
  }
  async connect() {
    const client = await this.open(this.url);
    return new Session(client, this.schema, () => client.end());
  }
  async connectToShadowDb() {
    const admin = await this.open(this.url);
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await admin.query(`CREATE DATABASE "${name}"`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    const client = await this.open(url);
    return new Session(client, this.schema, async () => {
      await client.end();
      await admin.query(`DROP DATABASE IF EXISTS "${name}"`);
      await admin.end();
    });
  }
  async close() {
    for (const client of this.clients) await client.end().catch(() => undefined);
  }
}
