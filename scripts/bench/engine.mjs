// The engine against the limit that any reader of the file has: parsing it.
//
// Both run over the same file in the same process, round by round, and the medians are compared.
// parse: Papa Parse over a stream, all cells to text, rows counted and dropped: its fast way for files of any size.
// engine: everything between the cells and the verdicts, interest included. The rows are parsed for it piece by piece,
//   and that parsing is not counted; what the domain does with them is: the survey, reading cells, putting entries
//   together, settling repeats, learning ordinary rates, and the screening of every entry.
import fs from "node:fs";
import Papa from "papaparse";
import { bundle } from "../bundle.mjs";

const AS_OF = "2026-11-21";
const FILE = "bench.csv";
const PIECE_BYTES = 65_536;

const domain = await import(await bundle("lib/domain/index.ts"));

/** A stopwatch that can be held. */
function clock() {
  let [total, since] = [0, 0];
  return {
    run: () => (since = performance.now()),
    hold: () => (total += performance.now() - since),
    seconds: () => total / 1000,
  };
}

/** The least that reading the file can cost: every cell becomes a text. */
export function parseOnly(file) {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    let rows = -1; // the heading row
    Papa.parse(fs.createReadStream(file), {
      skipEmptyLines: true,
      chunk: ({ data }) => (rows += data.length),
      complete: () => resolve({ seconds: (performance.now() - from) / 1000, rows }),
      error: reject,
    });
  });
}

/** The rows of the file, piece by piece, as the domain takes them. */
async function eachPiece(file, take) {
  let [rest, row] = ["", 1];
  const pass = (text, more) => {
    const { data, meta } = new Papa.Parser({ delimiter: ",", newline: "\r\n" }).parse(text, 0, more);
    take(data.map((cells) => ({ row: row++, cells })).filter(({ cells }) => cells.length > 1));
    return text.slice(meta.cursor);
  };
  for await (const text of fs.createReadStream(file, { encoding: "utf8", highWaterMark: PIECE_BYTES }))
    rest = pass(rest + text, true);
  if (rest !== "") pass(rest, false);
}

/** First time over the file: where entries end, and whether its liquidation column is live. */
async function survey(file, time) {
  let layout, surveyor;
  await eachPiece(file, (rows) => {
    layout ??= domain.recogniseHeader(rows.slice(0, 25)).layout;
    time.run();
    surveyor ??= new domain.Surveyor(layout);
    for (const row of rows) if (row.row > layout.headerRow) surveyor.add(row);
    time.hold();
  });
  return { layout, found: surveyor.finish() };
}

/** What is kept of a screening here: enough to see that two rounds agree. */
const tally = () => ({ lanes: {}, refundable: domain.ZERO_USD, interest: domain.ZERO_USD, entries: 0 });

function count(totals, { lane, refund, interest }) {
  totals.entries += 1;
  totals.lanes[lane] = (totals.lanes[lane] ?? 0) + 1;
  if (refund.certain !== null) totals.refundable = domain.addUsd(totals.refundable, refund.certain);
  if (interest !== null) totals.interest = domain.addUsd(totals.interest, interest.amount);
}

/** Second time: every entry is screened with its last row, or waits while an ordinary rate is still to be learnt. */
export async function screenFile(file) {
  const time = clock();
  const { layout, found } = await survey(file, time);
  const totals = tally();
  const screening = new domain.ScreeningStream(
    { asOf: domain.day(AS_OF), rateClass: "corporation" },
    (_, verdict) => count(totals, verdict),
  );
  const sink = { takeEntry: (entry) => screening.add(entry), takeSetAside: () => undefined };
  const entries = new domain.EntryStream(layout, FILE, sink, found);
  await eachPiece(file, (rows) => {
    time.run();
    for (const row of rows) if (row.row > layout.headerRow) entries.add(row);
    time.hold();
  });
  time.run();
  const { accounting } = entries.finish();
  screening.finish();
  time.hold();
  return { seconds: time.seconds(), rows: accounting.read, ...totals };
}
