import type { Entry } from "../entry";
import type { EntryNumber } from "../identifiers";
import type { AssembledFile, SetAsideRow } from "./assembled-file";
import { EntryStream } from "./entry-stream";
import type { FileLayout } from "./layout";
import type { RawRow } from "./raw-row";

/** Puts all rows of one file together into entries and holds them: see `EntryStream` for files of any size. */
export class EntryAssembly {
  readonly #entries = new Map<EntryNumber, Entry>();
  readonly #setAside: SetAsideRow[] = [];
  readonly #stream: EntryStream;

  /** @param file - import id or file name, kept with everything read from it */
  constructor(layout: FileLayout, file: string) {
    this.#stream = new EntryStream(layout, file, {
      takeEntry: (entry) => this.#entries.set(entry.number, entry),
      takeSetAside: (row) => this.#setAside.push(row),
    });
  }

  get rowsRead(): number {
    return this.#stream.rowsRead;
  }

  /** "another-header": a table with other columns begins, and the file must be refused. */
  add(raw: RawRow): "added" | "another-header" {
    return this.#stream.add(raw);
  }

  /** The entries of the file, and what became of every row. The assembly is not to be used afterwards. */
  finish(): AssembledFile {
    const totals = this.#stream.finish();
    const setAside = this.#setAside.toSorted((a, b) => a.source.row - b.source.row);
    return { entries: this.#entries, setAside, ...totals };
  }
}
