import "server-only";

import type { OrgScope, Role } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { deadlineDays } from "@/lib/data/deadlines";
import {
  digestSettingOf,
  digestsOf,
  memberRhythms,
  type DigestContent,
  type Rhythm,
} from "@/lib/data/digests";
import { queueJob } from "@/lib/data/job-queue";
import { ruleMoves } from "@/lib/data/rule-effects";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { addDays, usdText, weekdayOf, type Day } from "@/lib/domain";
import { env } from "@/lib/env";
import { mailerOf, type Letter, type Mailer } from "@/lib/mail/mailer";
import { digestHtml, digestSubject, digestText } from "@/lib/wording/digest";
import { describeMove } from "@/lib/wording/rule-effects";

import { unsubscribeToken } from "./unsubscribe";

const DAYS_AHEAD = 30;
const DEADLINES_MAX = 40;

/** Until a member says otherwise. A viewer asked for nothing. */
const RHYTHM_OF_ROLE = { owner: "weekly", preparer: "weekly", viewer: "off" } as const satisfies Record<
  Role,
  Rhythm
>;

export const rhythmOf = (chosen: Rhythm | null, role: Role): Rhythm => chosen ?? RHYTHM_OF_ROLE[role];

/** The day of a daily digest, the Monday of any other: who gets no e-mail has one a week in the inbox. */
export const periodOf = (rhythm: Rhythm, asOf: Day): Day =>
  rhythm === "daily" ? asOf : addDays(asOf, -((weekdayOf(asOf) + 6) % 7));

/**
 * Queues the digest of each member whose period has none yet. Called when the day's screening is done, so that every
 * digest rests on verdicts of its day; of an organization that a worker cannot list, each has a screening a day.
 */
export async function queueDigests(scope: OrgScope): Promise<void> {
  const asOf = today();
  await inOrganization(scope, async (t) => {
    for (const { userId, role, rhythm, lastPeriod } of await memberRhythms(t)) {
      const period = periodOf(rhythmOf(rhythm, role), asOf);
      if (lastPeriod !== null && lastPeriod >= period) continue;
      await queueJob(
        t,
        "send-digest",
        { orgId: t.orgId, userId },
        { singletonKey: `${t.orgId} ${userId}`, startAfter: officeOpens() },
      );
    }
  });
}

/** Six or seven in the morning, US Eastern: the screening itself runs soon after midnight. */
function officeOpens(): Date {
  const opens = new Date(now());
  opens.setUTCHours(11, 0, 0, 0);
  return opens;
}

/**
 * Makes a member's digest and mails it, at most once for each period: the row that says so is committed before the
 * mail server is spoken to. A program that dies in between leaves an e-mail unsent, never one sent twice; the digest
 * itself stands in the inbox either way. Only where the server surely did not take it is it tried again.
 * @throws where it should be tried again
 */
export async function sendDigest(scope: OrgScope, mailer: Mailer | null = mailerOf(env)): Promise<void> {
  const asOf = today();
  const taken = await inOrganization(scope, (t) => takeDigest(t, scope.role, asOf, mailer !== null));
  if (taken === null || mailer === null) return;
  const { period, content, linkKey } = taken;
  const delivery = await mailer.send(letterTo(scope, period, content, linkKey));
  await inOrganization(scope, (t) => digestsOf(t).setMail(period, "sending", delivery));
  if (delivery === "not-sent") throw new Error("The mail server did not take a digest.");
}

type Taken = { readonly period: Day; readonly content: DigestContent; readonly linkKey: string };

/** Null where there is nothing to send, or another worker has it in hand. */
async function takeDigest(t: Tenant, role: Role, asOf: Day, mayMail: boolean): Promise<Taken | null> {
  const rhythm = rhythmOf(await digestSettingOf(t).rhythm(), role);
  const period = periodOf(rhythm, asOf);
  const mail = mayMail && rhythm !== "off" ? "sending" : "none";
  const known = await digestsOf(t).find(period);
  const content = known?.content ?? (await contentOf(t, asOf));
  if (known === null && content.deadlines.length === 0 && content.moved.length === 0) return null;
  const isTaken =
    known === null
      ? await digestsOf(t).add(period, content, mail)
      : mail === "sending" && (await digestsOf(t).setMail(period, "not-sent", "sending"));
  if (!isTaken || mail === "none") return null;
  return { period, content, linkKey: await digestSettingOf(t).ensureLinkKey() };
}

async function contentOf(t: Tenant, asOf: Day): Promise<DigestContent> {
  const filter = {
    from: asOf,
    until: addDays(asOf, DAYS_AHEAD),
    kinds: [],
    importerNumber: null,
    atRiskOnly: true,
  };
  const days = await deadlineDays(t, filter, null, 10 * DAYS_AHEAD);
  const [last] = await digestsOf(t).list(1);
  const moves = await ruleMoves(t, last?.madeAt ?? new Date(`${addDays(asOf, -DAYS_AHEAD)}T00:00:00Z`));
  return {
    asOf,
    deadlines: days.slice(0, DEADLINES_MAX).map(({ day, kind, clocks, atRisk, ranges }) => ({
      ...{ day, kind, ranges, entries: clocks, atRisk: usdText(atRisk) },
    })),
    deadlinesLeftOut: Math.max(0, days.length - DEADLINES_MAX),
    moved: moves.map(describeMove),
    unread: await digestsOf(t).countUnread(),
  };
}

function letterTo(scope: OrgScope, period: Day, content: DigestContent, linkKey: string): Letter {
  const base = `${env.APP_URL}/${scope.orgSlug}`;
  const unsubscribeUrl = `${env.APP_URL}/unsubscribe/${unsubscribeToken(scope, linkKey)}`;
  const facts = { organization: scope.orgName, ...content };
  const links = {
    deadlines: `${base}/deadlines`,
    inbox: `${base}/inbox`,
    settings: `${base}/settings`,
    unsubscribe: unsubscribeUrl,
  };
  return {
    to: scope.userEmail,
    subject: digestSubject(facts),
    text: digestText(facts, links),
    html: digestHtml(facts, links),
    unsubscribeUrl,
    messageId: `digest.${period}.${scope.orgId}.${scope.userId}@capedesk`,
  };
}
