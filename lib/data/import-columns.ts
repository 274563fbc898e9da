import "server-only";

import type { Day, GivenMapping, HeaderSample, MappingBasis } from "@/lib/domain";

import { fromDay } from "./columns";
import { Prisma } from "./generated/prisma/client";
import type { Tenant } from "./tenant";

/** Not in the books, and no job works on it. */
const NAMEABLE = ["needs_mapping", "previewed", "refused", "undone", "cancelled"] as const;

type AskedColumns = {
  readonly headerSample: HeaderSample;
  readonly sheet: string | null;
  readonly sheets: string[];
};

type NotedReading = {
  readonly mappingBasis: MappingBasis;
  readonly givenMapping: GivenMapping | null;
  readonly headerSample: HeaderSample;
  readonly sheet: string | null;
  readonly sheets: string[];
};

/** How the columns of an upload are read: by its headings, or as a person says. */
export const importColumnsOf = ({ orgId, db }: Tenant) => ({
  /** The reading waits for a person who names the columns. False when it was read or ended already. */
  async askForColumns(id: string, asked: AskedColumns): Promise<boolean> {
    const { count } = await db.import.updateMany({
      where: { orgId, id, state: { in: ["stored", "reading"] } },
      data: { ...asked, state: "needs_mapping", rowsRead: 0, stage: null },
    });
    return count === 1;
  },

  /** How the file was read, before its rows reach the books. */
  async noteReading(id: string, reading: NotedReading): Promise<void> {
    const { givenMapping, ...rest } = reading;
    await db.import.updateMany({
      where: { orgId, id },
      data: {
        ...rest,
        givenMapping: givenMapping ?? Prisma.DbNull,
      },
    });
  },

  /** A person names the columns of a file that is not in the books. False when it is there, or on its way. */
  async nameColumns(id: string, givenMapping: GivenMapping, sheet: string | null): Promise<boolean> {
    const { count } = await db.import.updateMany({
      where: { orgId, id, state: { in: [...NAMEABLE] } },
      data: { givenMapping, sheet, mappingBasis: "given" },
    });
    return count === 1;
  },

  /** Another sheet, read by its own headings. */
  async chooseSheet(id: string, sheet: string): Promise<boolean> {
    const { count } = await db.import.updateMany({
      where: { orgId, id, state: { in: [...NAMEABLE] } },
      data: { sheet, givenMapping: Prisma.DbNull, mappingBasis: null },
    });
    return count === 1;
  },

  /** The day on which the report was made, as a person says. */
  async setExportDay(id: string, day: Day): Promise<boolean> {
    const { count } = await db.import.updateMany({
      where: { orgId, id },
      data: { exportDate: fromDay(day) },
    });
    return count === 1;
  },
});
