// Fills a throwaway database through the app itself: accounts, uploads, the real reading and screening of every row.
import fs, { openAsBlob } from "node:fs";
import path from "node:path";
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { hash } from "@node-rs/argon2";
import { writeSampleFile } from "./sample-file.mjs";

const PASSWORD = "violet anchors drift at seven";
const ROWS_OF_OTHERS = 2_000;
/** States of an import on its way; what it does not leave by itself is an end. */
const ON_ITS_WAY = new Set(["stored", "reading", "adding"]);

/** An organization with one owner, as signing up makes them; its files go into the books without a question. */
async function makeOrganization(client, slug, passwordHash) {
  const [orgId, userId, email] = [randomUUID(), randomUUID(), `${slug}@bench.example`];
  await client.query("INSERT INTO users (id, email, name, password_hash) VALUES ($1, $2, $3, $4)", [
    ...[userId, email, slug, passwordHash],
  ]);
  await client.query(
    "INSERT INTO organizations (id, slug, name, adds_files_unasked) VALUES ($1, $2, $2, true)",
    [orgId, slug],
  );
  await client.query("INSERT INTO memberships (org_id, user_id, role) VALUES ($1, $2, 'owner')", [
    ...[orgId, userId],
  ]);
  return { orgId, slug, email };
}

const cookiesIn = (response) => response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);

/** Signs in as programs do, by next-auth's own endpoint. @returns the headers of a signed-in request */
async function signIn(appUrl, email) {
  const asked = await fetch(`${appUrl}/api/auth/csrf`);
  const { csrfToken } = await asked.json();
  const answer = await fetch(`${appUrl}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: appUrl, cookie: cookiesIn(asked).join("; ") },
    body: new URLSearchParams({ csrfToken, email, password: PASSWORD }),
  });
  const session = cookiesIn(answer).find((cookie) => cookie.includes("session="));
  if (!session) throw new Error(`Signing in as ${email} was answered with ${answer.status}.`);
  return { cookie: session, origin: appUrl };
}

async function upload(appUrl, { slug, headers }, file) {
  const sha256 = createHash("sha256");
  for await (const piece of fs.createReadStream(file)) sha256.update(piece);
  const answer = await fetch(`${appUrl}/api/${slug}/uploads`, {
    method: "PUT",
    headers: {
      ...headers,
      "content-type": "application/octet-stream",
      "x-file-name": path.basename(file),
      "x-file-size": String(fs.statSync(file).size),
      "x-file-sha256": sha256.digest("hex"),
    },
    body: await openAsBlob(file),
  });
  const { importUrl, sentence } = await answer.json();
  if (!importUrl) throw new Error(`The upload was answered: ${sentence}`);
}

/** Waits until the one file of an organization was read into the books. */
async function untilCommitted(client, { orgId }) {
  for (;;) {
    const { rows } = await client.query("SELECT state::text FROM imports WHERE org_id = $1", [orgId]);
    const [{ state }] = rows;
    if (state === "committed") return;
    if (!ON_ITS_WAY.has(state)) throw new Error(`The import ended as "${state}".`);
    await pause(300);
  }
}

/**
 * One organization with the rows asked for, and others beside it.
 * @returns the large organization: its part of the address, its id, and the headers of its signed-in owner
 */
export async function fillThroughTheApp({ client, appUrl, folder, rows, others }) {
  const passwordHash = await hash(PASSWORD, { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 });
  const enter = async (slug) => {
    const made = await makeOrganization(client, slug, passwordHash);
    return { ...made, headers: await signIn(appUrl, made.email) };
  };
  const readFile = async (organization, name, size, seed) => {
    const file = path.join(folder, name);
    await writeSampleFile(file, size, seed);
    await upload(appUrl, organization, file);
    await untilCommitted(client, organization);
    fs.rmSync(file);
  };
  for (let other = 1; other <= others; other++)
    await readFile(await enter(`other-${other}`), `other-${other}.csv`, ROWS_OF_OTHERS, other);
  const large = await enter("large");
  await readFile(large, "large.csv", rows);
  return large;
}
