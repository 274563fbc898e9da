// The login role of the web process. It may only what the migrations granted to its group, and row-level security
// binds it: that is why the web never sees the owner's URL.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { withClient } from "./database.mjs";
import { readSecrets } from "./secrets.mjs";

const GROUP = "capedesk_tenant";
const NAME_BYTES_MAX = 63;
const SCRAM_ITERATIONS = 4096;

const roleName = (database) => Buffer.from(`capedesk_web_${database}`).subarray(0, NAME_BYTES_MAX).toString();

/** What Postgres keeps of a password (RFC 5803). Sent instead of the password, which would show in the server's log. */
function scramVerifier(password) {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, "sha256");
  const keyed = (label) => createHmac("sha256", salted).update(label).digest();
  const stored = createHash("sha256").update(keyed("Client Key")).digest("base64");
  const server = keyed("Server Key").toString("base64");
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString("base64")}$${stored}:${server}`;
}

const roleExists = async (client, name) =>
  (await client.query("SELECT FROM pg_roles WHERE rolname = $1", [name])).rowCount === 1;

async function grantLogin(client, name, password) {
  const role = client.escapeIdentifier(name);
  if (!(await roleExists(client, name))) {
    const harmless = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT";
    await client.query(`CREATE ROLE ${role} ${harmless} LOGIN IN ROLE ${GROUP}`);
  }
  await client.query(`GRANT ${GROUP} TO ${role}`);
  await client.query(
    `ALTER ROLE ${role} LOGIN INHERIT PASSWORD ${client.escapeLiteral(scramVerifier(password))}`,
  );
}

const INSUFFICIENT_PRIVILEGE = "42501";

function explain(error, name) {
  if (error.code !== INSUFFICIENT_PRIVILEGE) return error;
  return new Error(
    `The database user of DATABASE_URL may not set up the role ${name} (${error.message}). Give it CREATEROLE, or ` +
      `make a login role that is a member of ${GROUP} yourself and set WEB_DATABASE_URL.`,
    { cause: error },
  );
}

const WHAT_IT_MAY = `
  SELECT current_user AS name, rolsuper, rolbypassrls, rolcreaterole,
    EXISTS (SELECT FROM pg_roles g WHERE g.rolname = '${GROUP}' AND pg_has_role(g.oid, 'USAGE')) AS is_member,
    EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND n.nspname NOT LIKE 'pg\\_t%' AND pg_has_role(c.relowner, 'MEMBER')) AS owns_tables
  FROM pg_roles WHERE rolname = current_user`;

function objectionTo({ rolsuper, rolbypassrls, rolcreaterole, owns_tables, is_member }) {
  if (rolsuper) return "is a superuser, which no row-level security binds";
  if (rolbypassrls) return "has BYPASSRLS, so row-level security would not bind it";
  if (rolcreaterole) return "has CREATEROLE, so it could give itself more";
  if (owns_tables)
    return "owns tables (or may act as their owner), so it could switch row-level security off";
  if (!is_member) return `is not a member of ${GROUP}, so it may read nothing`;
  return undefined;
}

/** Trusts no configuration: asks the server what the role may, as that role. */
async function refuseTooMuch(webUrl) {
  const { rows } = await withClient(webUrl, (client) => client.query(WHAT_IT_MAY));
  const objection = objectionTo(rows[0]);
  if (objection) throw new Error(`CapeDesk does not start: its database user ${rows[0].name} ${objection}.`);
}

async function makeWebRole(ownerUrl, dataDir) {
  const password = readSecrets(dataDir).webDatabasePassword;
  const url = new URL(ownerUrl);
  url.username = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("SELECT current_database() AS name");
    const name = roleName(rows[0].name);
    await grantLogin(client, name, password).catch((error) => {
      throw explain(error, name);
    });
    return name;
  });
  url.password = password;
  return url.href;
}

/**
 * Makes the web's login role, or takes the one that the operator made (WEB_DATABASE_URL).
 * @returns its URL, after asking the server that it may not too much
 */
export async function ensureWebRole(ownerUrl, dataDir, operatorUrl = process.env.WEB_DATABASE_URL) {
  const webUrl = operatorUrl || (await makeWebRole(ownerUrl, dataDir));
  await refuseTooMuch(webUrl);
  return webUrl;
}
