import { AnswersPanel } from "@/components/entries/answers-panel";
import { CheckDigitPanel } from "@/components/entries/check-digit-panel";
import { CommerceQuestionPanel } from "@/components/entries/commerce-question-panel";
import { ConflictsPanel } from "@/components/entries/conflicts-panel";
import { ProtestQuestionPanel } from "@/components/entries/protest-question-panel";
import { roleMay } from "@/lib/auth/permissions";
import type { OrgScope } from "@/lib/auth/scope";
import { formatEntryNumber, hasFittingCheckDigit, withFittingCheckDigit } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";

import {
  answerCommerceAction,
  answerProtestAction,
  confirmCheckDigitAction,
  reopenFactAction,
  reopenRowsAction,
  settleFactAction,
  settleRowsAction,
  withdrawAnswerAction,
} from "../actions";
import { toGivenAnswers } from "./answer-rows";
import { toConflicts } from "./conflict-rows";
import { commerceQuestionOf, protestQuestionOf } from "./reason-rows";

type EntryQuestionsProps = { readonly view: EntryView; readonly scope: OrgScope };

/** Everything about the entry that only a person can say: questions, conflicts, and what was said already. */
export function EntryQuestions({ view, scope }: EntryQuestionsProps) {
  const mayAnswer = roleMay(scope.role, "entries:answer");
  const hidden = { org: scope.orgSlug, number: view.entry.number };
  const conflicts = toConflicts(view, `/${scope.orgSlug}`);
  const answers = toGivenAnswers(view.entry);
  return (
    <>
      {mayAnswer ? <OpenQuestions view={view} hidden={hidden} /> : null}
      {conflicts.length === 0 ? null : (
        <ConflictsPanel
          conflicts={conflicts}
          settle={mayAnswer ? { fact: settleFactAction, rows: settleRowsAction } : null}
          reopen={mayAnswer ? { fact: reopenFactAction, rows: reopenRowsAction } : null}
          hidden={hidden}
        />
      )}
      {answers.length === 0 ? null : (
        <AnswersPanel answers={answers} withdraw={mayAnswer ? withdrawAnswerAction : null} hidden={hidden} />
      )}
    </>
  );
}

type OpenQuestionsProps = {
  readonly view: EntryView;
  readonly hidden: Readonly<Record<string, string>>;
};

function OpenQuestions({ view, hidden }: OpenQuestionsProps) {
  const { number, answers } = view.entry;
  const protest = protestQuestionOf(view);
  const commerce = commerceQuestionOf(view);
  return (
    <>
      {hasFittingCheckDigit(number) || answers.checkDigitConfirmed ? null : (
        <CheckDigitPanel
          number={formatEntryNumber(number)}
          fittingNumber={formatEntryNumber(withFittingCheckDigit(number))}
          action={confirmCheckDigitAction}
          hidden={hidden}
        />
      )}
      {protest === null ? null : (
        <ProtestQuestionPanel {...protest} action={answerProtestAction} hidden={hidden} />
      )}
      {commerce === null ? null : (
        <CommerceQuestionPanel {...commerce} action={answerCommerceAction} hidden={hidden} />
      )}
    </>
  );
}
