import {
  type Column1Evidence,
  Column1Lessons,
  type Entry,
  type FileSurvey,
  ok,
  type Result,
  Surveyor,
} from "@/lib/domain";

import type { FileRefusal } from "./file-refusal";
import {
  type EntriesOptions,
  type FileHeading,
  pourEntriesFile,
  readReport,
  type SinkOpener,
} from "./read-entries-file";
import type { TableSource } from "./read-table";

/** What a first look over a whole file tells, so that a second one can let each entry go with its last row. */
export type SurveyedFile = FileHeading & {
  readonly survey: FileSurvey;
  /** What the lines teach of ordinary rates, once for each number. */
  readonly evidence: readonly Column1Evidence[];
};

/** Looks over a report of entries, or says why it is refused. A report that shows no entries has nothing to survey. */
export async function surveyEntriesFile(
  source: TableSource,
  options: EntriesOptions,
): Promise<Result<SurveyedFile, FileRefusal>> {
  const read = await readReport(source, { entries: surveyingSink, records: skippingSink }, options);
  if (!read.ok) return read;
  const { heading, found: survey } = read.value;
  if (survey.column1Evidence !== null) return ok({ ...heading, survey, evidence: survey.column1Evidence });
  const evidence = await evidenceInPlaces(source, survey, options);
  return evidence.ok ? ok({ ...heading, survey, evidence: evidence.value }) : evidence;
}

const surveyingSink: SinkOpener<FileSurvey> = ({ layout }) => {
  const surveyor = new Surveyor(layout);
  return {
    add: (raw) => {
      surveyor.add(raw);
      return null;
    },
    finish: () => surveyor.finish(),
  };
};

const skippingSink: SinkOpener<FileSurvey> = () => ({
  add: () => null,
  finish: () => ({ placesOf: new Map(), liquidationIsLive: false, numbers: new Set(), column1Evidence: [] }),
});

/** Where the rows of an entry stand in several places, what it teaches is known once it was put together. */
async function evidenceInPlaces(
  source: TableSource,
  survey: FileSurvey,
  options: EntriesOptions,
): Promise<Result<readonly Column1Evidence[], FileRefusal>> {
  const lessons = new Column1Lessons();
  const nothing = (): void => undefined;
  const taker = {
    takeEntry: (entry: Entry) => {
      lessons.learnFromEntry(entry);
    },
    takeSetAside: nothing,
    takeClaim: nothing,
    takeMoney: nothing,
  };
  const poured = await pourEntriesFile(source, survey, taker, options);
  return poured.ok ? ok(lessons.evidence()) : poured;
}
