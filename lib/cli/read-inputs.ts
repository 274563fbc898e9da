import path from "node:path";

import {
  type AbsentColumn,
  type AssembledFile,
  type CellRepair,
  type ClaimRow,
  err,
  ok,
  type Result,
  type RowRepair,
} from "@/lib/domain";
import { type ClaimsFile, readClaimsFile } from "@/lib/files/read-claims-file";
import { type EntriesFile, readEntriesFile } from "@/lib/files/read-entries-file";
import { readRepairs } from "@/lib/files/read-repairs";
import type { FileRefusal } from "@/lib/files/file-refusal";
import type { FileFault, ScreenProblem } from "@/lib/wording/screen-command";

import type { ScreenRequest } from "./screen-request";

export type ScreenInputs = {
  readonly files: ReadonlyMap<string, AssembledFile>;
  /** By file: columns it lacks on which a lane may hang. */
  readonly absent: ReadonlyMap<string, readonly AbsentColumn[]>;
  readonly claims: readonly ClaimRow[];
  readonly claimRowsSetAside: number;
  /** Cells that were read as something else, because the user said so. */
  readonly repaired: readonly RepairedCell[];
};

type RepairedCell = CellRepair & { readonly file: string };

/** Reads all files, or stops at the first that cannot be used. @param folder - where relative names begin */
export async function readInputs(
  { files: names, claimed, acceptRepairs }: Pick<ScreenRequest, "files" | "claimed" | "acceptRepairs">,
  folder: string,
): Promise<Result<ScreenInputs, ScreenProblem>> {
  const files = new Map<string, EntriesFile>();
  const repaired: RepairedCell[] = [];
  for (const name of names) {
    const file = unusedName(name, files);
    const proven = acceptRepairs ? await readNamed(name, folder, provenRepairs) : ok([]);
    if (!proven.ok) return proven;
    const repairs = proven.value.flatMap(toRowRepair);
    const readRepaired: FileReader<EntriesFile> = (source) => readEntriesFile(source, { file, repairs });
    const read = await readNamed(name, folder, readRepaired);
    if (!read.ok) return read;
    files.set(file, read.value);
    repaired.push(...proven.value.map((repair) => ({ ...repair, file: name })));
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
    claims: [...files.values(), ...claims].flatMap((file) => file.claims),
    claimRowsSetAside: claims.reduce((sum, { setAside }) => sum + setAside.length, 0),
    repaired,
  });
}

/** Entry numbers that can have been one number only, as its check digit proves. */
async function provenRepairs(source: {
  readonly path: string;
}): Promise<Result<readonly CellRepair[], FileRefusal>> {
  const proven: CellRepair[] = [];
  const read = await readRepairs(source, {
    accepted: [],
    see: ({ repairs }) => {
      for (const repair of repairs)
        if (repair.state === "proven" && repair.kind === "entry-number") proven.push(repair);
    },
  });
  return read.ok ? ok(proven) : read;
}

const toRowRepair = ({ row, columnIndex, original, candidates }: CellRepair): readonly RowRepair[] => {
  const [candidate] = candidates;
  return candidate === undefined || columnIndex === null
    ? []
    : [{ row, columnIndex, original, repaired: candidate.proposed, action: candidate.action }];
};

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
