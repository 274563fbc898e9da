import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { recordAudit, type AuditAction } from "@/lib/data/audit";
import { inOrganizationByCopy, queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { loadEntries } from "@/lib/data/entries-load";
import { actorName, entriesUnderProtest, writeAnswer } from "@/lib/data/entry-answers";
import {
  asSettled,
  err,
  ok,
  valuesOf,
  type AnswerName,
  type Entry,
  type EntryNumber,
  type Result,
} from "@/lib/domain";

import { screeningBase, storeScreenings } from "./screening";

type AnswerProblem = {
  readonly kind: "entry-not-found";
};

type Answered = Promise<Result<null, AnswerProblem>>;

/** The failing check digit was compared with the entry summary and stands as filed. */
export const confirmCheckDigit = (scope: OrgScope, number: EntryNumber): Answered =>
  answer(scope, number, "checkDigitConfirmed", true);

/** Whether the open protest on the entry is only about IEEPA duty; the answer holds for all entries under it. */
export const answerProtest = (scope: OrgScope, number: EntryNumber, onlyAboutIeepa: boolean): Answered =>
  answer(scope, number, "protestOnlyAboutIeepa", onlyAboutIeepa);

/** Whether Commerce has issued liquidation instructions for the AD/CVD case of the entry. */
export const answerCommerce = (scope: OrgScope, number: EntryNumber, instructed: boolean): Answered =>
  answer(scope, number, "commerceInstructed", instructed);

/** Takes an answer back: the question is open again, for every entry that the answer held for. */
export const withdrawAnswer = (scope: OrgScope, number: EntryNumber, question: AnswerName): Answered =>
  answer(scope, number, question, question === "checkDigitConfirmed" ? false : null);

const AUDITED_AS = {
  checkDigitConfirmed: "entry.check-digit-confirmed",
  protestOnlyAboutIeepa: "entry.protest-answered",
  commerceInstructed: "entry.commerce-answered",
} as const satisfies Record<AnswerName, AuditAction>;

/** Stores the answer and screens with it again every entry it holds for, in one transaction. */
function answer(scope: OrgScope, number: EntryNumber, question: AnswerName, value: boolean | null): Answered {
  return inOrganizationByCopy(scope, async (t) => {
    const base = await screeningBase(t, today());
    const entry = (await loadEntries(queryOn(t), t.orgId, [number])).get(number);
    if (!entry) return err({ kind: "entry-not-found" });
    const isGiven = value !== null && !(question === "checkDigitConfirmed" && !value);
    const record = isGiven ? { by: await actorName(t), at: now().toISOString() } : null;
    const numbers = question === "protestOnlyAboutIeepa" ? await underItsProtest(t, entry) : [number];
    await writeAnswer(t, numbers, question, value, record);
    const answered = await loadEntries(queryOn(t), t.orgId, numbers);
    await storeScreenings(t, [...answered.values()], base);
    await recordAudit(t, isGiven ? AUDITED_AS[question] : "entry.answer-withdrawn", number, {
      answer: JSON.stringify({ [question]: value }),
      entries: numbers,
    });
    return ok(null);
  });
}

async function underItsProtest(t: BulkTenant, entry: Entry): Promise<readonly EntryNumber[]> {
  const [protestNumber] = valuesOf(asSettled(entry).facts.protestNumber);
  return protestNumber === undefined ? [entry.number] : entriesUnderProtest(t, protestNumber);
}
