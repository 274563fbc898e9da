import { PassThrough, type Readable } from "node:stream";

import { ZipFile } from "yazl";

type ZippedFile = {
  readonly name: string;
  readonly content: Uint8Array;
  readonly modified: Date;
};

/** Files as one ZIP, made while it is read; each is in it byte for byte. Of two with one name the second says so. */
export function zipOf(files: readonly ZippedFile[]): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  zip.on("error", (error: Error) => out.destroy(error));
  const used = new Set<string>();
  for (const { name, content, modified } of files) {
    const free = freeName(name, used);
    used.add(free);
    zip.addBuffer(Buffer.from(content), free, { mtime: modified });
  }
  zip.end();
  zip.outputStream.pipe(out);
  return out;
}

function freeName(name: string, used: ReadonlySet<string>): string {
  const [, stem = name, ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  let free = name;
  for (let copy = 2; used.has(free); copy++) free = `${stem}_${String(copy)}${ending}`;
  return free;
}
