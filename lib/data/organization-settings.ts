import "server-only";

import { isNonEmpty, parseFilerCode, type FilingRight } from "@/lib/domain";

import type { Tenant } from "./tenant";

/** How an organization files, as it said itself. */
export type FilingSettings = {
  /** Null: nobody has said yet whose entries it may declare. */
  readonly right: FilingRight | null;
  /** A broker's declarations hold several importers of one filer. */
  readonly mergesImporters: boolean;
  /** No file is made before a second person signed the declaration off. */
  readonly needsSignOff: boolean;
};

/** What an organization decided about how CapeDesk works for it. */
export const organizationSettingsOf = ({ orgId, db }: Tenant) => ({
  /** What it is called, and the first part of its addresses. */
  title(): Promise<{ readonly name: string; readonly slug: string }> {
    return db.organization.findUniqueOrThrow({ where: { id: orgId }, select: { name: true, slug: true } });
  },

  /** Files that are recognised with certainty and only add entries go into the books without a question. */
  async addsFilesUnasked(): Promise<boolean> {
    const found = await db.organization.findUniqueOrThrow({
      where: { id: orgId },
      select: { addsFilesUnasked: true },
    });
    return found.addsFilesUnasked;
  },

  async setAddingUnasked(addsFilesUnasked: boolean): Promise<void> {
    await db.organization.update({ where: { id: orgId }, data: { addsFilesUnasked }, select: { id: true } });
  },

  async filing(): Promise<FilingSettings> {
    const { filingRole, ownNumbers, ...terms } = await db.organization.findUniqueOrThrow({
      where: { id: orgId },
      select: { filingRole: true, ownNumbers: true, mergesImporters: true, needsSignOff: true },
    });
    return { right: toRight(filingRole, ownNumbers), ...terms };
  },

  async setRight(right: FilingRight): Promise<void> {
    const ownNumbers = [...(right.role === "importer" ? right.importerNumbers : right.filerCodes)];
    await db.organization.update({
      where: { id: orgId },
      data: { filingRole: right.role, ownNumbers },
      select: { id: true },
    });
  },

  async setFilingTerms(terms: Omit<FilingSettings, "right">): Promise<void> {
    await db.organization.update({ where: { id: orgId }, data: terms, select: { id: true } });
  },
});

function toRight(role: string | null, numbers: readonly string[]): FilingRight | null {
  if (role === "importer" && isNonEmpty(numbers)) return { role, importerNumbers: numbers };
  const filerCodes = numbers.flatMap((code) => parseFilerCode(code) ?? []);
  return role === "broker" && isNonEmpty(filerCodes) ? { role, filerCodes } : null;
}
