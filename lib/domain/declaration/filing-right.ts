import { type EntryNumber, type FilerCode, filerCodeOf } from "../identifiers";
import type { NonEmpty } from "../result";

/**
 * Whose entries an organization may declare, as it said itself: an importer those of its own IOR numbers, a broker
 * those that it filed (CSMS 68340863; CBP FAQ). Nobody else may file.
 */
export type FilingRight =
  | { readonly role: "importer"; readonly importerNumbers: NonEmpty<string> }
  | { readonly role: "broker"; readonly filerCodes: NonEmpty<FilerCode> };

export type FilingRole = FilingRight["role"];

/** Why the organization may not declare an entry. */
export type RightRefusal = "other-importer" | "other-filer";

/** An IOR number without what files put between its digits: `12-3456789 00` and `12345678900` are one importer. */
export const importerKey = (importerNumber: string): string =>
  importerNumber.replaceAll(/[^0-9A-Za-z]/g, "").toUpperCase();

const FILER_CODE = /^(?!000)[0-9A-Z]{3}$/;

/** A filer code as ACE CATAIR Appendix E has it: three letters or digits, not 000. Null for anything else. */
export function parseFilerCode(text: string): FilerCode | null {
  const code = text.trim().toUpperCase();
  return FILER_CODE.test(code) ? (code as FilerCode) : null;
}

/**
 * Null when the entry may be declared. An entry whose importer is unknown is refused to an importer: nothing shows that
 * it is its own.
 */
export function rightRefusal(
  right: FilingRight,
  entry: { readonly number: EntryNumber; readonly importerNumber: string | null },
): RightRefusal | null {
  if (right.role === "broker")
    return right.filerCodes.includes(filerCodeOf(entry.number)) ? null : "other-filer";
  const { importerNumber } = entry;
  const isOwn =
    importerNumber !== null &&
    right.importerNumbers.some((own) => importerKey(own) === importerKey(importerNumber));
  return isOwn ? null : "other-importer";
}
