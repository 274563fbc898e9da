import "server-only";

import {
  day,
  parseGivenMapping,
  type AbsentColumn,
  type Day,
  type ExportDayBasis,
  type GivenMapping,
  type HeaderSample,
  type ProblemGroup,
  type ReportConfidence,
  type RowProblem,
  type SetAsideReason,
  type Usd,
} from "@/lib/domain";

import { toDayOrNull, toUsd } from "./columns";
import type { Prisma } from "./generated/prisma/client";
import { type ImportState } from "./generated/prisma/client";
import type { ImportPreview } from "./import-preview";
import type { Query, Tenant } from "./tenant";

export type { ImportState };

/** How one column of the file was read; null: kept in the file, used for nothing. */
export type ColumnMapping = {
  readonly header: string;
  readonly field: string | null;
};

/** How the columns of a file were recognised, as the page of the import shows it. */
export type Recognition = {
  readonly matched: number;
  readonly total: number;
  readonly headerRow: number;
  readonly absent: readonly AbsentColumn[];
  /** Not given by files that were read before it was asked. */
  readonly confidence?: ReportConfidence;
  readonly exportDayBasis?: ExportDayBasis | null;
};

/** One uploaded file and what became of its rows. */
export type StoredImport = {
  readonly id: string;
  readonly fileName: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly state: ImportState;
  readonly reportType: string | null;
  readonly mapping: readonly ColumnMapping[];
  readonly exportDate: Day | null;
  readonly bytesRead: number;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsSetAside: number;
  readonly setAsideByReason: Readonly<Partial<Record<SetAsideReason, number>>>;
  readonly entryCount: number;
  readonly problems: readonly ProblemGroup[];
  readonly recognition: Recognition | null;
  readonly moneyNotScreened: Usd;
  /** The refusal as data, for `lib/wording`; null unless refused. */
  readonly refusal: unknown;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly committedAt: Date | null;
  /** What adding it changes, or changed; null before it was read to the end. */
  readonly preview: ImportPreview | null;
  /** reading, screening, storing or undoing, while a job works on it. */
  readonly stage: string | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  /** Of a workbook: the sheet that a person chose, or that was read, and all that could be. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** recognised, given by a person, or learned from an earlier file; null before it was read. */
  readonly mappingBasis: string | null;
  /** What a person said the columns are, for this file or an earlier one. */
  readonly givenMapping: GivenMapping | null;
  /** Headings and some rows, for a person who names the columns. */
  readonly headerSample: HeaderSample | null;
};

export type SetAsideRow = {
  readonly fileRow: number;
  readonly reason: SetAsideReason;
  readonly entryNumber: string | null;
  readonly problems: readonly RowProblem[];
  readonly cells: readonly string[];
};

type ImportRow = Prisma.ImportModel;

const toImport = (row: ImportRow): StoredImport => ({
  ...row,
  byteSize: Number(row.byteSize),
  bytesRead: Number(row.bytesRead),
  mapping: (row.mapping ?? []) as unknown as readonly ColumnMapping[],
  exportDate: toDayOrNull(row.exportDate),
  setAsideByReason: row.setAsideByReason as Partial<Record<SetAsideReason, number>>,
  problems: row.problems as unknown as readonly ProblemGroup[],
  recognition: row.recognition as unknown as Recognition | null,
  moneyNotScreened: toUsd(row.moneyNotScreened),
  preview: row.preview as unknown as ImportPreview | null,
  givenMapping: parseGivenMapping(row.givenMapping),
  headerSample: row.headerSample as unknown as HeaderSample | null,
});

export const importsOf = ({ orgId, db }: Tenant) => ({
  async find(id: string): Promise<StoredImport | null> {
    const row = await db.import.findUnique({ where: { orgId_id: { orgId, id } } });
    return row && toImport(row);
  },

  async findByContent(sha256: string): Promise<StoredImport | null> {
    const row = await db.import.findUnique({ where: { orgId_sha256: { orgId, sha256 } } });
    return row && toImport(row);
  },

  /** Newest first. */
  async list(limit: number): Promise<readonly StoredImport[]> {
    const rows = await db.import.findMany({ where: { orgId }, orderBy: { id: "desc" }, take: limit });
    return rows.map(toImport);
  },

  async setAsideRows(
    id: string,
    after: number,
    limit: number,
    reason: string | null,
  ): Promise<readonly SetAsideRow[]> {
    const rows = await db.setAsideRow.findMany({
      where: { orgId, importId: id, fileRow: { gt: after }, ...(reason === null ? {} : { reason }) },
      orderBy: { fileRow: "asc" },
      take: limit,
    });
    return rows.map((row) => ({
      ...row,
      reason: row.reason as SetAsideReason,
      problems: row.problems as unknown as readonly RowProblem[],
      cells: row.cells as readonly string[],
    }));
  },
});

/** File names by import id, for the sources of facts. */
export async function importNames(query: Query, orgId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; file_name: string }>(
    "SELECT id::text, file_name FROM imports WHERE org_id = $1::uuid",
    [orgId],
  );
  return new Map(rows.map((row) => [row.id, row.file_name]));
}

/** The days on which reports were made, by import id; a report whose day nobody knows is left out. */
export async function exportDays(
  query: Query,
  orgId: string,
  importIds: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  const rows = await query<{ id: string; made_on: string }>(
    `SELECT id::text, export_date::text AS made_on FROM imports
     WHERE org_id = $1::uuid AND id = ANY($2::uuid[]) AND export_date IS NOT NULL`,
    [orgId, importIds],
  );
  return new Map(rows.map((row) => [row.id, day(row.made_on)]));
}
