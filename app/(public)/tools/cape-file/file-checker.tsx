"use client";

import { useState } from "react";
import { FileCheckResult } from "@/components/tools/file-check-result";
import { LocalFileInput } from "@/components/tools/local-file-input";
import { checkDeclarationFile, type FileCheck, type HeldFile } from "@/lib/domain";
import { pastedNumbers, readHeldFile } from "@/lib/files/held-file";
import { toCheckedFile } from "./file-check-rows";

/** Far above CBP's limit, far below what a browser tab holds. */
const BYTES_MAX = 50_000_000;

/** Everything happens in this browser tab: the file is read, checked and written again here, and nothing is sent. */
export function FileChecker() {
  const [checked, setChecked] = useState<{ readonly name: string; readonly check: FileCheck } | null>(null);
  const [restore, setRestore] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const show = (name: string, file: HeldFile) => {
    setRefused(null);
    setRestore(false);
    setChecked({ name, check: checkDeclarationFile(file) });
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
        <FileCheckResult file={toCheckedFile(checked.name, checked.check, restore)} onRestore={setRestore} />
      )}
    </div>
  );
}
