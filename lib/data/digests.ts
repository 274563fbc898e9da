import "server-only";

import { randomBytes } from "node:crypto";

import type { Role } from "@/lib/auth/scope";
import { now } from "@/lib/clock";
import type { ClockKind, Day } from "@/lib/domain";

import { fromDay, toDay } from "./columns";
import { queryOf, type Tenant } from "./tenant";

export const RHYTHMS = ["daily", "weekly", "off"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What a digest says, as it was on its day. Amounts are in exchange form. */
export type DigestContent = {
  readonly asOf: Day;
  readonly deadlines: readonly {
    readonly day: Day;
    readonly kind: ClockKind;
    readonly entries: number;
    readonly atRisk: string;
    readonly ranges: number;
  }[];
  /** Further last days that are not listed. */
  readonly deadlinesLeftOut: number;
  /** What changes of the rules moved since the digest before, a sentence each. */
  readonly moved: readonly string[];
  /** Earlier digests that were not read. */
  readonly unread: number;
};

/**
 * none: no e-mail was wanted or set up. sending: it was handed to the mail server, or the program died while it was.
 * not-sent: surely not. unknown: the connection broke after the text was sent.
 */
type MailState = "none" | "sending" | "sent" | "not-sent" | "unknown";

export type StoredDigest = {
  readonly period: Day;
  readonly content: DigestContent;
  readonly mail: MailState;
  readonly madeAt: Date;
  readonly readAt: Date | null;
};

/** The digests of the person who acts. */
export const digestsOf = ({ orgId, userId, db }: Tenant) => {
  const own = { orgId, userId };
  return {
    /** Newest first. */
    async list(limit: number): Promise<readonly StoredDigest[]> {
      const rows = await db.digest.findMany({ where: own, orderBy: { period: "desc" }, take: limit });
      return rows.map(toDigest);
    },

    async find(period: Day): Promise<StoredDigest | null> {
      const row = await db.digest.findUnique({
        where: { orgId_userId_period: { ...own, period: fromDay(period) } },
      });
      return row && toDigest(row);
    },

    /** @returns false where another worker was quicker, or the digest of the period is there already */
    async add(period: Day, content: DigestContent, mail: MailState): Promise<boolean> {
      const { count } = await db.digest.createMany({
        data: [{ ...own, period: fromDay(period), content, mail }],
        skipDuplicates: true,
      });
      return count > 0;
    },

    /** @returns false where its state was another one: somebody else has it in hand */
    async setMail(period: Day, from: MailState, to: MailState): Promise<boolean> {
      const { count } = await db.digest.updateMany({
        where: { ...own, period: fromDay(period), mail: from },
        data: { mail: to },
      });
      return count > 0;
    },

    countUnread: (): Promise<number> => db.digest.count({ where: { ...own, readAt: null } }),

    async markAllRead(): Promise<void> {
      await db.digest.updateMany({ where: { ...own, readAt: null }, data: { readAt: now() } });
    },
  };
};

type DigestRow = {
  readonly period: Date;
  readonly content: unknown;
  readonly mail: string;
  readonly madeAt: Date;
  readonly readAt: Date | null;
};

const toDigest = ({ period, content, mail, madeAt, readAt }: DigestRow): StoredDigest => ({
  period: toDay(period),
  content: content as DigestContent,
  mail: mail as MailState,
  madeAt,
  readAt,
});

const KEY_BYTES = 32;

/** How often the person who acts wants the digest, and what signs the links of its e-mails. */
export const digestSettingOf = ({ orgId, userId, db }: Tenant) => {
  const key = { orgId, userId };
  const freshKey = () => randomBytes(KEY_BYTES).toString("hex");
  return {
    /** Null: as the role has it. */
    async rhythm(): Promise<Rhythm | null> {
      const row = await db.digestSetting.findUnique({
        where: { orgId_userId: key },
        select: { rhythm: true },
      });
      return (row?.rhythm ?? null) as Rhythm | null;
    },

    /** Ends the links of earlier e-mails. */
    async setRhythm(rhythm: Rhythm): Promise<void> {
      const fresh = { rhythm, linkKey: freshKey() };
      await db.digestSetting.upsert({
        where: { orgId_userId: key },
        create: { ...key, ...fresh },
        update: fresh,
      });
    },

    /** Keeps the links of earlier e-mails alive: one may stop a digest twice. */
    async stop(): Promise<void> {
      await db.digestSetting.updateMany({ where: key, data: { rhythm: "off" } });
    },

    /** Null where no e-mail was ever sent. */
    async linkKey(): Promise<string | null> {
      const row = await db.digestSetting.findUnique({
        where: { orgId_userId: key },
        select: { linkKey: true },
      });
      return row?.linkKey ?? null;
    },

    async ensureLinkKey(): Promise<string> {
      await db.digestSetting.createMany({ data: [{ ...key, linkKey: freshKey() }], skipDuplicates: true });
      const row = await db.digestSetting.findUniqueOrThrow({ where: { orgId_userId: key } });
      return row.linkKey;
    },
  };
};

type MemberRhythm = {
  readonly userId: string;
  readonly role: Role;
  readonly rhythm: Rhythm | null;
  /** The period of the newest digest; null while there is none. */
  readonly lastPeriod: Day | null;
};

/** What each member of the organization wants, and had last. */
export const memberRhythms = (t: Tenant): Promise<readonly MemberRhythm[]> =>
  queryOf(t)<MemberRhythm>(
    `SELECT m.user_id::text AS "userId", m.role::text AS role, s.rhythm,
            (SELECT max(d.period)::text FROM digests d WHERE d.org_id = m.org_id AND d.user_id = m.user_id) AS "lastPeriod"
     FROM memberships m LEFT JOIN digest_settings s ON s.org_id = m.org_id AND s.user_id = m.user_id
     WHERE m.org_id = $1::uuid ORDER BY m.user_id`,
    [t.orgId],
  );
