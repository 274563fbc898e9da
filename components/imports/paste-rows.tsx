"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/field";

type PasteRowsProps = {
  readonly onPasted: (file: File) => void;
};

/** Rows copied from a spreadsheet become a text file of their own, and go the way of every other file. */
export function PasteRows({ onPasted }: PasteRowsProps) {
  const [rows, setRows] = useState("");
  return (
    <Disclosure summary="Paste rows instead">
      <div className="space-y-2">
        <Textarea
          id="pasted-rows"
          label="Rows with their headings"
          hint="Copy the heading row and the rows below it in Excel, and paste them here. Columns that Excel shows as 9.87E+10 stay damaged: widen or format them as text first."
          rows={6}
          spellCheck={false}
          value={rows}
          onChange={(event) => {
            setRows(event.target.value);
          }}
        />
        <Button
          variant="secondary"
          disabled={rows.trim() === ""}
          onClick={() => {
            onPasted(new File([rows], "Pasted rows.txt", { type: "text/plain" }));
            setRows("");
          }}
        >
          Import pasted rows
        </Button>
      </div>
    </Disclosure>
  );
}
