import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";

import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { digestsOf, memberRhythms } from "@/lib/data/digests";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { day } from "@/lib/domain";
import { outboxMailer, smtpMailer, type Mailer } from "@/lib/mail/mailer";

import { markInboxRead } from "./mark-inbox-read";
import { periodOf, queueDigests, rhythmOf, sendDigest } from "./send-digest";
import { setDigestRhythm } from "./set-digest-rhythm";
import { importRows } from "./testing/read-into-books";
import { memberOfLink, unsubscribe } from "./unsubscribe";

/** A real mail server in this process: what it takes, and whom it refuses. */
type Post = { readonly mailer: Mailer; readonly letters: readonly string[]; refusing: boolean };

let server: SMTPServer;
const letters: string[] = [];
const post = { letters, refusing: false } as { mailer: Mailer; letters: string[]; refusing: boolean } & Post;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onMailFrom: (_address, _session, done) => {
      done(post.refusing ? Object.assign(new Error("Try later"), { responseCode: 451 }) : null);
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        letters.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  post.mailer = smtpMailer(`smtp://127.0.0.1:${String(port)}`, "CapeDesk <capedesk@example.com>");
});

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

/** The text of a letter, its lines joined again as a mail program does (quoted-printable). */
const readable = (letter: string): string =>
  letter
    .replaceAll(/=\r\n/g, "")
    .replaceAll(/\r\n[ \t]+(?=<http)/g, " ")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** An organization with a CAPE window that ends within 30 days of 2026-11-21. */
async function withDeadline(organization = "Harbor Light"): Promise<OrgScope> {
  const { scope } = await aMember({ organization });
  const rows = [1, 2].map((serial) =>
    aReadyRow(entryNumber(serial), { liquidated: "09/10/2026", status: "Liquidated" }),
  );
  await importRows(scope, rows);
  return scope;
}

const digestOf = (scope: OrgScope) => inOrganization(scope, async (t) => (await digestsOf(t).list(1))[0]);
const linkIn = (letter: string) => /\/unsubscribe\/([A-Za-z0-9_-]{86})/.exec(readable(letter))![1]!;

describe("the rhythm of the digest", () => {
  it.each([
    ["owner", null, "weekly"],
    ["preparer", null, "weekly"],
    ["viewer", null, "off"],
    ["viewer", "daily", "daily"],
    ["owner", "off", "off"],
  ] as const)("of a %s who chose %s is %s", (role, chosen, rhythm) => {
    expect(rhythmOf(chosen, role)).toBe(rhythm);
  });

  it.each([
    ["daily", "2026-11-22", "2026-11-22"],
    ["weekly", "2026-11-16", "2026-11-16"],
    ["weekly", "2026-11-22", "2026-11-16"],
    ["weekly", "2026-11-23", "2026-11-23"],
    ["off", "2026-11-22", "2026-11-16"],
  ] as const)("%s: the period of %s is that of %s", (rhythm, on, period) => {
    expect(periodOf(rhythm, day(on))).toBe(period);
  });
});

describe("a digest", () => {
  it("goes out once with its last days and links, as text and simple HTML that fetches nothing", async () => {
    const scope = await withDeadline();
    const before = letters.length;
    await sendDigest(scope, post.mailer);
    expect(letters.length - before).toBe(1);
    const letter = readable(letters.at(-1)!);
    expect(letter).toContain(`To: ${scope.userEmail}`);
    expect(letter).toContain("Subject: Harbor Light: next last day 2026-11-29");
    expect(letter).toContain("2026-11-29  CAPE window ends: 2 entries, 200.00 USD at risk");
    expect(letter).toContain(`/${scope.orgSlug}/deadlines`);
    expect(letter).toMatch(/List-Unsubscribe: <http\S*\/unsubscribe\/[A-Za-z0-9_-]{86}>/);
    expect(letter).toMatch(/Content-Type: text\/plain/);
    expect(letter).toMatch(/Content-Type: text\/html/);
    expect(letter).not.toMatch(/<img|<link|<script|url\(|src=|@import/i);
    expect(await digestOf(scope)).toMatchObject({ period: "2026-11-16", mail: "sent", readAt: null });
  });

  it("goes out once, however many workers have the job, and not again", async () => {
    const scope = await withDeadline();
    const before = letters.length;
    await Promise.all(Array.from({ length: 5 }, () => sendDigest(scope, post.mailer)));
    await sendDigest(scope, post.mailer);
    expect(letters.length - before).toBe(1);
  });

  it("does not go out twice when the program dies while it is handed over; the inbox has it", async () => {
    const scope = await withDeadline();
    const before = letters.length;
    const dying: Mailer = { send: () => Promise.reject(new Error("the process was killed")) };
    await expect(sendDigest(scope, dying)).rejects.toThrow("killed");
    await sendDigest(scope, post.mailer);
    expect(letters.length).toBe(before);
    expect(await digestOf(scope)).toMatchObject({ mail: "sending", readAt: null });
  });

  it("is tried again where the server surely did not take it, with what it said at first", async () => {
    const scope = await withDeadline();
    const before = letters.length;
    post.refusing = true;
    await expect(sendDigest(scope, post.mailer)).rejects.toThrow("did not take");
    expect(await digestOf(scope)).toMatchObject({ mail: "not-sent" });
    post.refusing = false;
    const nobody = smtpMailer("smtp://127.0.0.1:1", "a@example.com");
    await expect(sendDigest(scope, nobody)).rejects.toThrow("did not take");
    await sendDigest(scope, post.mailer);
    expect(letters.length - before).toBe(1);
    expect(await digestOf(scope)).toMatchObject({ mail: "sent" });
  });

  it("is in the inbox alone where no mail server is set, or the member wants no e-mail", async () => {
    const scope = await withDeadline();
    await sendDigest(scope, null);
    expect(await digestOf(scope)).toMatchObject({ mail: "none" });
    const other = await withDeadline();
    await setDigestRhythm(other, "off");
    const before = letters.length;
    await sendDigest(other, post.mailer);
    expect(letters.length).toBe(before);
    expect(await digestOf(other)).toMatchObject({ mail: "none" });
    expect(await inOrganization(other, (t) => digestsOf(t).countUnread())).toBe(1);
    await markInboxRead(other);
    expect(await inOrganization(other, (t) => digestsOf(t).countUnread())).toBe(0);
  });

  it("is not made where nothing is due and nothing moved", async () => {
    const { scope } = await aMember();
    const before = letters.length;
    await sendDigest(scope, post.mailer);
    expect(letters.length).toBe(before);
    expect(await digestOf(scope)).toBeUndefined();
  });

  it("says what a change of the rules moved, and keeps a hostile name what it is", async () => {
    const scope = await withDeadline('<img src=x> & "Co"\r\nBcc: everybody@example.com');
    await asOwner(
      `INSERT INTO rule_effects (org_id, entry_number, effective_on, rules_version, lane_before, lane_after,
         refundable_before, refundable_after, as_of)
       VALUES ($1, $2, '2026-06-29', '2026-06-23.1', 'excluded', 'cape-recon', 100, 100, '2026-11-21')`,
      [scope.orgId, entryNumber(1)],
    );
    await sendDigest(scope, post.mailer);
    const letter = readable(letters.at(-1)!);
    expect(letter).toContain("29 June 2026: 1 entry, $100.00, moved from excluded to cape-recon");
    expect(letter).not.toMatch(/^Bcc:/m);
    expect(letter).toContain("&lt;img src=x&gt; &amp; &quot;Co&quot;");
  });

  it("appears as a file in the outbox of whoever develops", async () => {
    const scope = await withDeadline();
    const folder = await mkdtemp(path.join(os.tmpdir(), "capedesk-outbox-"));
    await sendDigest(scope, outboxMailer(folder, "CapeDesk <capedesk@localhost>"));
    const [file, ...more] = await readdir(folder);
    expect(more).toEqual([]);
    expect(file).toMatch(/\.eml$/);
    expect(await readFile(path.join(folder, file!), "utf8")).toContain(`To: ${scope.userEmail}`);
    await rm(folder, { recursive: true });
  });
});

describe("the link that stops it", () => {
  it("needs no session, stops that digest alone, and may be used twice", async () => {
    const scope = await withDeadline();
    await sendDigest(scope, post.mailer);
    const token = linkIn(letters.at(-1)!);
    expect(await memberOfLink(token)).toMatchObject({ orgId: scope.orgId, userId: scope.userId });
    expect(await unsubscribe(token)).toBe(true);
    expect(await unsubscribe(token)).toBe(true);
    const rhythms = await inOrganization(scope, memberRhythms);
    expect(rhythms).toMatchObject([{ userId: scope.userId, rhythm: "off" }]);
  });

  it("ends when the member chooses anew, and a forged or borrowed one never works", async () => {
    const scope = await withDeadline();
    await sendDigest(scope, post.mailer);
    const token = linkIn(letters.at(-1)!);
    const other = await withDeadline();
    await sendDigest(other, post.mailer);
    const others = linkIn(letters.at(-1)!);
    const forged = Buffer.concat([
      Buffer.from(token, "base64url").subarray(0, 32),
      Buffer.from(others, "base64url").subarray(32),
    ]).toString("base64url");
    for (const bad of [forged, "", `${token.slice(0, -2)}AA`]) expect(await unsubscribe(bad)).toBe(false);
    await setDigestRhythm(scope, "daily");
    expect(await unsubscribe(token)).toBe(false);
  });
});

describe("the jobs of the digests", () => {
  const jobsOf = ({ orgId }: OrgScope) =>
    asOwner<{ user: string }>(
      `SELECT data ->> 'userId' AS "user" FROM pgboss.job WHERE name = 'send-digest' AND data ->> 'orgId' = $1`,
      [orgId],
    );

  it("are one for each member who has none for his period, however often they are queued", async () => {
    const { scope, account } = await aMember();
    const colleague = await aMember({ beside: { scope, account }, role: "viewer" });
    await queueDigests(scope);
    await queueDigests(scope);
    expect((await jobsOf(scope)).map(({ user }) => user).sort()).toEqual(
      [scope.userId, colleague.scope.userId].sort(),
    );
  });

  it("are none for a period that has its digest", async () => {
    const scope = await withDeadline();
    await sendDigest(scope, null);
    await queueDigests(scope);
    expect(await jobsOf(scope)).toEqual([]);
  });
});
