import {
  type ClaimRow,
  type ClaimRowReading,
  err,
  ok,
  readClaimRow,
  type RecognisedHeader,
  type Result,
} from "@/lib/domain";

import type { ReadEnd, ReadOptions } from "./csv-rows";
import type { FileRefusal } from "./file-refusal";
import { isClaimReport } from "./read-entries-file";
import { readTable, type RowSink, type TableSource } from "./read-table";

export type ClaimsFile = {
  readonly header: RecognisedHeader;
  readonly claims: readonly ClaimRow[];
  readonly setAside: readonly Extract<ClaimRowReading, { kind: "set-aside" }>[];
  readonly end: ReadEnd;
};

/** Reads CAPE's Claim Details, or a one-column list of entry numbers that all count as accepted. */
export async function readClaimsFile(
  source: TableSource,
  { file, ...options }: ReadOptions & { readonly file: string },
): Promise<Result<ClaimsFile, FileRefusal>> {
  const claims: ClaimRow[] = [];
  const setAside: Extract<ClaimRowReading, { kind: "set-aside" }>[] = [];
  const openSink = (header: RecognisedHeader): Result<RowSink, FileRefusal> => {
    if (!isClaimReport(header)) return err({ kind: "other-purpose", report: "entries" });
    return ok({
      add: (raw) => {
        const reading = readClaimRow(raw, header.layout, file);
        if (reading.kind === "claim") claims.push(reading.claim);
        else if (reading.kind === "set-aside") setAside.push(reading);
        return null;
      },
    });
  };
  const table = await readTable(source, openSink, options);
  if (!table.ok) return table;
  const { header, end } = table.value;
  return ok({ header, claims, setAside, end });
}
