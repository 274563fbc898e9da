"use client";

import { Fragment, useState, type ReactNode } from "react";
import { FileCheckResult } from "@/components/tools/file-check-result";
import { LocalFileInput } from "@/components/tools/local-file-input";
import { checkDeclarationFile, type FileCheck, type HeldFile } from "@/lib/domain";
import { pastedNumbers, readHeldFile } from "@/lib/files/held-file";
import { toCheckedFile } from "./file-check-rows";

/** Far above CBP's limit, far below what a browser tab holds. */
const BYTES_MAX = 50_000_000;

type FileCheckerProps = {
  /** What a page adds to the result. */
  readonly renderBelow?: (check: FileCheck) => ReactNode;
};

/** `turn`: counts the files, so that what is below begins anew with each. */
type Checked = { readonly name: string; readonly check: FileCheck; readonly turn: number };

/** Everything here happens in this browser tab: the file is read, checked and written again, and nothing is sent. */
export function FileChecker({ renderBelow }: FileCheckerProps) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [restore, setRestore] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const show = (name: string, file: HeldFile) => {
    setRefused(null);
    setRestore(false);
    const check = checkDeclarationFile(file);
    setChecked((before) => ({ name, check, turn: (before?.turn ?? 0) + 1 }));
  };
  const onFile = (file: File) => {
    if (file.size > BYTES_MAX) {
      setRefused(`${file.name} is larger than 50 MB. CBP takes files below 1 MB.`);
      return;
    }
    void file.arrayBuffer().then((content) => {
      show(file.name, readHeldFile(file.name, new Uint8Array(content)));
    });
  };

  return (
    <div className="space-y-6">
      <LocalFileInput
        onFile={onFile}
        onPasted={(text) => {
          show("Pasted numbers", pastedNumbers(text));
        }}
        refused={refused}
      />
      {checked === null ? null : (
        <>
          <FileCheckResult
            file={toCheckedFile(checked.name, checked.check, restore)}
            onRestore={setRestore}
          />
          <Fragment key={checked.turn}>{renderBelow?.(checked.check)}</Fragment>
        </>
      )}
    </div>
  );
}
