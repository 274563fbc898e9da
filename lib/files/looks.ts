import type { Result } from "@/lib/domain";

import type { AnnotatedWorkbook, AnnotateQuestion } from "./annotate-reading";
import type { FileRefusal } from "./file-refusal";
import type { ReturnedQuestion, ReturnedWorkbook, UnusableWorkbook } from "./returned-workbook";
import type { StoredReading } from "./stored-reading";
import type { SentSurvey } from "./workbench-survey";

/** What a first look at an upload tells. */
export type UploadLook = {
  /** The import for which it went out as a workbook of problems; null for every other file. */
  readonly returnedFor: string | null;
  /** Null when nothing in the first bytes speaks against it. */
  readonly refusal: FileRefusal | null;
};

/** What a thread of its own is asked of a stored file, and what it answers: plain data both ways. */
export type Looks = {
  readonly upload: { readonly question: { readonly path: string }; readonly answer: UploadLook };
  readonly workbench: { readonly question: StoredReading; readonly answer: SentSurvey };
  readonly annotated: { readonly question: AnnotateQuestion; readonly answer: AnnotatedWorkbook };
  readonly returned: {
    readonly question: ReturnedQuestion;
    readonly answer: Result<ReturnedWorkbook, UnusableWorkbook>;
  };
};

export type LookKind = keyof Looks;

/** As a thread gets it. */
export type LookQuestion = {
  readonly [Kind in LookKind]: { readonly kind: Kind; readonly question: Looks[Kind]["question"] };
}[LookKind];
