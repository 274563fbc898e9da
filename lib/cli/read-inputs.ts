import path from "node:path";

import { type AbsentColumn, type AssembledFile, type ClaimRow, err, ok, type Result } from "@/lib/domain";
import { type ClaimsFile, readClaimsFile } from "@/lib/files/read-claims-file";
import { type EntriesFile, readEntriesFile } from "@/lib/files/read-entries-file";
import type { FileRefusal } from "@/lib/files/file-refusal";
import type { FileFault, ScreenProblem } from "@/lib/wording/screen-command";

import type { ScreenRequest } from "./screen-request";

export type ScreenInputs = {
  readonly files: ReadonlyMap<string, AssembledFile>;
  /** By file: columns it lacks on which a lane may hang. */
  readonly absent: ReadonlyMap<string, readonly AbsentColumn[]>;
  readonly claims: readonly ClaimRow[];
  readonly claimRowsSetAside: number;
};

/** Reads all files, or stops at the first that cannot be used. @param folder - where relative names begin */
export async function readInputs(
  { files: names, claimed }: Pick<ScreenRequest, "files" | "claimed">,
  folder: string,
): Promise<Result<ScreenInputs, ScreenProblem>> {
  const files = new Map<string, EntriesFile>();
  for (const name of names) {
    const read = await readNamed(name, folder, readEntriesFile, unusedName(name, files));
    if (!read.ok) return read;
    files.set(unusedName(name, files), read.value);
  }
  const claims: ClaimsFile[] = [];
  for (const name of claimed) {
    const read = await readNamed(name, folder, readClaimsFile);
    if (!read.ok) return read;
    claims.push(read.value);
  }
  return ok({
    files: new Map([...files].map(([name, { assembled }]) => [name, assembled])),
    absent: new Map([...files].map(([name, { header }]) => [name, header.absent])),
    claims: claims.flatMap((file) => file.claims),
    claimRowsSetAside: claims.reduce((sum, { setAside }) => sum + setAside.length, 0),
  });
}

/** A file named twice is read twice, and its rows then repeat each other like those of any two files. */
function unusedName(name: string, files: ReadonlyMap<string, unknown>): string {
  let unused = name;
  for (let copy = 2; files.has(unused); copy += 1) unused = `${name} (${copy})`;
  return unused;
}

type FileReader<T> = (
  source: { readonly path: string },
  options: { readonly file: string },
) => Promise<Result<T, FileRefusal>>;

async function readNamed<T>(
  name: string,
  folder: string,
  read: FileReader<T>,
  file = name,
): Promise<Result<T, ScreenProblem>> {
  try {
    const found = await read({ path: path.resolve(folder, name) }, { file });
    return found.ok ? found : err({ kind: "file-refused", file: name, refusal: found.problem });
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    return err({ kind: "file-not-readable", file: name, because: fault });
  }
}

const FAULTS: ReadonlyMap<string, FileFault> = new Map([
  ["ENOENT", "not-found"],
  ["ENOTDIR", "not-found"],
  ["EISDIR", "a-folder"],
  ["EACCES", "no-permission"],
  ["EPERM", "no-permission"],
]);

/** Null: no fault of the file system, so a bug of ours. */
function faultOf(error: unknown): FileFault | null {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return null;
  return FAULTS.get(String(error.code)) ?? "other";
}
