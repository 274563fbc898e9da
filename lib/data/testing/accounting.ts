import type { ImportBooks } from "./books-of";

/** Every row of a committed file is stored exactly once, as used or as set aside, and the counts say so. */
export const accountingOf = (books: ImportBooks): object => {
  const rows = [...books.rowsUsed, ...books.rowsSetAside];
  return {
    file: books.fileName,
    read: rows.length,
    distinct: new Set(rows).size,
    used: books.rowsUsed.length,
    setAside: books.rowsSetAside.length,
    byReason: books.byReasonStored,
    keptBesideButNotSetAside: books.rowsKeptBeside.filter((row) => !books.rowsSetAside.includes(row)),
  };
};

/** What the accounting must come to, by the counts that the import shows. */
export const shownAccounting = ({ fileName, read, used, setAside, byReason }: ImportBooks): object => ({
  file: fileName,
  read,
  distinct: read,
  used,
  setAside,
  byReason,
  keptBesideButNotSetAside: [],
});
