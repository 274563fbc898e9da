"use client";

import { FileChecker } from "@/app/(public)/tools/cape-file/file-checker";

import { AgainstBooks } from "./against-books";

type BooksCheckerProps = {
  /** `POST` with a list of entry numbers. */
  readonly checkUrl: string;
  readonly base: string;
};

/** The public checker of files, and under its result what the books say of the numbers. */
export function BooksChecker({ checkUrl, base }: BooksCheckerProps) {
  return (
    <FileChecker
      renderBelow={({ numbers }) =>
        numbers.length === 0 ? null : <AgainstBooks numbers={numbers} checkUrl={checkUrl} base={base} />
      }
    />
  );
}
