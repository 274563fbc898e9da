import {
  err,
  mendingWith,
  ok,
  RepairSurvey,
  type CellRepair,
  type DateOrders,
  type RawRow,
  type RecognisedHeader,
  type RepairGroup,
  type Result,
  type RowRepair,
} from "@/lib/domain";

import type { FileRefusal } from "./file-refusal";
import { isClaimReport } from "./read-entries-file";
import { readTable, type RowSink, type TableOptions, type TableSource } from "./read-table";

/** A row on its way through the workbench: as the file has it, as it is read with the repairs, and what is wrong. */
export type SurveyedRow = {
  readonly raw: RawRow;
  readonly cells: readonly string[];
  readonly repairs: readonly CellRepair[];
};

export type RepairFile = {
  readonly header: RecognisedHeader;
  readonly groups: readonly RepairGroup[];
  readonly dateOrders: DateOrders;
};

type SurveyOptions = TableOptions & {
  readonly accepted: readonly RowRepair[];
  /** Sees every row below the heading row, one by one, good and bad. */
  readonly see: (row: SurveyedRow, header: RecognisedHeader) => void;
};

type SurveySink = RowSink & { readonly survey: RepairSurvey };

/** Reads a stored file for what is wrong in it. Streams: what `see` keeps is all that is kept. */
export async function readRepairs(
  source: TableSource,
  { accepted, see, ...options }: SurveyOptions,
): Promise<Result<RepairFile, FileRefusal>> {
  const mend = mendingWith(accepted);
  const openSink = (header: RecognisedHeader): Result<SurveySink, FileRefusal> => {
    if (isClaimReport(header)) return err({ kind: "other-purpose", report: "claims" });
    const survey = new RepairSurvey(header.layout);
    const add: RowSink["add"] = (raw) => {
      const mended = mend(raw);
      see({ raw, cells: mended.cells, repairs: survey.add(mended) }, header);
      return null;
    };
    return ok({ survey, add });
  };
  const table = await readTable(source, openSink, options);
  if (!table.ok) return table;
  const { header, sink } = table.value;
  return ok({ header, groups: sink.survey.groups(), dateOrders: sink.survey.dateOrders });
}
