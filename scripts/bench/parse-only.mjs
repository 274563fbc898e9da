// What the engine is held against: Papa Parse over the file, every cell to text, rows counted and dropped.
//
// Papa Parse offers two ways to read a file of any size in Node. The ratio counts the first; both are printed.
// stream: Papa.parse(Papa.NODE_STREAM_INPUT), its documented ".pipe interface": a Node stream that hands on row by row
//   and slows its source down when the reader is busy, which every program needs that does anything with the rows.
// chunks: Papa.parse(readable, { chunk }), a callback with all rows of a piece. It is faster because nobody waits for
//   anybody: a reader that stores what it reads must pause and resume it by hand, or hold the file.
// Neither is given `header`, which would only make it slower.
import fs from "node:fs";
import Papa from "papaparse";

const OPTIONS = { skipEmptyLines: true };

function byStream(file) {
  return new Promise((resolve, reject) => {
    let lines = 0;
    const parser = Papa.parse(Papa.NODE_STREAM_INPUT, OPTIONS);
    const source = fs.createReadStream(file).on("error", reject);
    parser
      .on("data", () => (lines += 1))
      .on("end", () => resolve(lines))
      .on("error", reject);
    source.pipe(parser);
  });
}

function byChunks(file) {
  return new Promise((resolve, reject) => {
    let lines = 0;
    const chunk = ({ data }) => (lines += data.length);
    const complete = () => resolve(lines);
    Papa.parse(fs.createReadStream(file), { ...OPTIONS, chunk, complete, error: reject });
  });
}

async function timed(read, file) {
  const from = performance.now();
  const lines = await read(file);
  return { seconds: (performance.now() - from) / 1000, rows: lines - 1 }; // one of them is the heading
}

/** The ways to parse the file, by the name that the bench prints. */
export const PARSERS = {
  "papaparse stream": (file) => timed(byStream, file),
  "papaparse chunks": (file) => timed(byChunks, file),
};
