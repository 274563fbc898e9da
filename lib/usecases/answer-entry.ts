import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit, type AuditAction } from "@/lib/data/audit";
import { inOrganizationByCopy, queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { loadEntries } from "@/lib/data/entries-load";
import { entriesUnderProtest, writeAnswers } from "@/lib/data/entry-answers";
import { writeScreenings } from "@/lib/data/screenings-write";
import {
  err,
  ok,
  valuesOf,
  type Entry,
  type EntryAnswers,
  type EntryNumber,
  type Result,
} from "@/lib/domain";

import { screened, screeningBase } from "./screening";

export type AnswerProblem = {
  readonly kind: "entry-not-found";
};

/** The failing check digit was compared with the entry summary and stands as filed. */
export const confirmCheckDigit = (
  scope: OrgScope,
  number: EntryNumber,
): Promise<Result<null, AnswerProblem>> =>
  answer(scope, number, "entry.check-digit-confirmed", { checkDigitConfirmed: true }, () =>
    Promise.resolve([number]),
  );

/** Whether the open protest on the entry is only about IEEPA duty; the answer holds for all entries under it. */
export const answerProtest = (
  scope: OrgScope,
  number: EntryNumber,
  onlyAboutIeepa: boolean,
): Promise<Result<null, AnswerProblem>> =>
  answer(
    scope,
    number,
    "entry.protest-answered",
    { protestOnlyAboutIeepa: onlyAboutIeepa },
    async (t, entry) => {
      const [protestNumber] = valuesOf(entry.facts.protestNumber);
      return protestNumber === undefined ? [number] : entriesUnderProtest(t, protestNumber);
    },
  );

/** Stores the answer and screens with it again every entry it holds for, in one transaction. */
function answer(
  scope: OrgScope,
  number: EntryNumber,
  action: AuditAction,
  answers: Partial<EntryAnswers>,
  holdsFor: (t: BulkTenant, entry: Entry) => Promise<readonly EntryNumber[]>,
): Promise<Result<null, AnswerProblem>> {
  return inOrganizationByCopy(scope, async (t) => {
    const base = await screeningBase(t, today());
    const entry = (await loadEntries(queryOn(t), t.orgId, [number])).get(number);
    if (!entry) return err({ kind: "entry-not-found" });
    const numbers = await holdsFor(t, entry);
    await writeAnswers(t, numbers, answers);
    const answered = await loadEntries(queryOn(t), t.orgId, numbers);
    await writeScreenings(
      t,
      [...answered.values()].map((each) => screened(each, base)),
    );
    await recordAudit(t, action, number, { answer: JSON.stringify(answers), entries: numbers });
    return ok(null);
  });
}
