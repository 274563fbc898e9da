import { err, ok, type Result } from "@/lib/domain";

import { ArchiveDamage, openArchive } from "./archive";
import type { FileRefusal } from "./file-refusal";
import { ARCHIVE_LIMITS } from "./limits";
import { type DeclaredFile, storePart } from "./stored-upload";
import { isWorkbook } from "./workbook";

/** A file of an archive, stored under its sha256 like every upload. */
export type UnpackedFile = DeclaredFile & {
  /** The last part of its name in the archive: folders are left out. */
  readonly name: string;
};

/** What operating systems leave in archives; nobody put it there. */
const LITTER = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/** True for a ZIP archive of files; a workbook, which is a ZIP archive too, is one file. */
export async function isArchiveOfFiles(path: string): Promise<Result<boolean, FileRefusal>> {
  const archive = await openArchive(path);
  if (!archive.ok) return archive;
  archive.value.close();
  return ok(!isWorkbook(archive.value));
}

type NotUnpacked = { readonly name: string; readonly refusal: FileRefusal };

/**
 * Stores the files of an archive one by one, each under its own sha256. Names only ever name: nothing is written under
 * them. A part that is not what the directory declares, or comes too late, ends the unpacking, and the answer says so.
 * @param secondsMax - from the first file on, with what is done with each before the next is asked for
 */
export async function* unpackArchive(
  path: string,
  folder: string,
  secondsMax: number = ARCHIVE_LIMITS.unpackSecondsMax,
): AsyncGenerator<Result<UnpackedFile, NotUnpacked>> {
  const archive = await openArchive(path);
  if (!archive.ok) return;
  const deadline = AbortSignal.timeout(secondsMax * 1000);
  const refusalOf = (error: unknown): FileRefusal => {
    if (deadline.aborted) return { kind: "archive-too-slow", seconds: secondsMax };
    if (error instanceof ArchiveDamage) return { kind: "archive-damaged" };
    throw error;
  };
  try {
    for (const part of archive.value.parts.keys()) {
      if (part.endsWith("/") || LITTER.test(part)) continue;
      const name = shownName(part);
      const stored = await storePart(archive.value.unpack(part), folder, deadline).catch(refusalOf);
      if ("kind" in stored) {
        yield err({ name, refusal: stored });
        return;
      }
      yield ok({ ...stored, name });
    }
  } finally {
    archive.value.close();
  }
}

const NAME_CHARACTERS_MAX = 200;

/** For the list of imports, which holds no more than an upload's own name may have: no control characters, no novels. */
const shownName = (part: string): string =>
  part
    .slice(part.lastIndexOf("/") + 1)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, "\uFFFD")
    .slice(-NAME_CHARACTERS_MAX);
