import "server-only";

import { createHash } from "node:crypto";

import { headingsText, parseGivenMapping, type GivenMapping } from "@/lib/domain";

import type { Tenant } from "./tenant";

/** What somebody said of headings once, for every file with the same ones. */
export type LearnedMapping = {
  /** sha256 over the sorted keys of the headings. */
  readonly headingsKey: string;
  readonly mapping: GivenMapping;
  readonly givenBy: string;
  readonly givenAt: Date;
};

/** The same for files with the same headings, in whatever order their columns stand. */
export const headingsKey = (headings: readonly string[]): string =>
  createHash("sha256").update(headingsText(headings)).digest("hex");

export const keyOf = ({ columns }: GivenMapping): string =>
  headingsKey(columns.map(({ heading }) => heading));

export const learnedMappingsOf = ({ orgId, userId, db }: Tenant) => ({
  /** Newest first; one that an older version wrote and this one cannot read is as good as forgotten. */
  async list(): Promise<readonly LearnedMapping[]> {
    const rows = await db.learnedMapping.findMany({ where: { orgId }, orderBy: { givenAt: "desc" } });
    return rows.flatMap((row): readonly LearnedMapping[] => {
      const mapping = parseGivenMapping(row.mapping);
      return mapping === null ? [] : [{ ...row, mapping }];
    });
  },

  /** What is remembered of the headings of this mapping, whichever import it was said of; null: nothing. */
  async findFor(mapping: GivenMapping): Promise<LearnedMapping | null> {
    const key = keyOf(mapping);
    return (await this.list()).find((learned) => learned.headingsKey === key) ?? null;
  },

  /** The newest word holds. */
  async learn(mapping: GivenMapping, at: Date): Promise<void> {
    const key = keyOf(mapping);
    const said = { reportType: mapping.report, mapping, givenBy: userId, givenAt: at };
    await db.learnedMapping.upsert({
      where: { orgId_headingsKey: { orgId, headingsKey: key } },
      create: { orgId, headingsKey: key, ...said },
      update: said,
    });
  },

  /** False when nothing was known of these headings. */
  async forget(mapping: GivenMapping): Promise<boolean> {
    const where = { orgId, headingsKey: keyOf(mapping) };
    const { count } = await db.learnedMapping.deleteMany({ where });
    return count === 1;
  },
});
