// The engine: everything between the cells and the verdicts, interest included. The rows are parsed for it piece by
// piece, and that parsing is not counted; what the domain does with them is: the survey, reading cells, putting entries
// together, settling repeats, learning ordinary rates, and the screening of every entry.
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

/** First time over the file: where entries end, whether its liquidation column is live, and its ordinary rates. */
async function survey(file, time) {
  let layout, surveyor;
  await eachPiece(file, (rows) => {
    layout ??= domain.recogniseHeader(rows.slice(0, 25)).layout;
    time.run();
    surveyor ??= new domain.Surveyor(layout);
    for (const row of rows) if (row.row > layout.headerRow) surveyor.add(row);
    time.hold();
  });
  time.run();
  const found = surveyor.finish();
  time.hold();
  return { layout, found };
}

/** What is kept of a screening here: enough to see that two rounds agree. */
const tally = () => ({ lanes: {}, refundable: domain.ZERO_USD, interest: domain.ZERO_USD, entries: 0 });

function count(totals, { lane, refund, interest }) {
  totals.entries += 1;
  totals.lanes[lane] = (totals.lanes[lane] ?? 0) + 1;
  if (refund.certain !== null) totals.refundable = domain.addUsd(totals.refundable, refund.certain);
  if (interest !== null) totals.interest = domain.addUsd(totals.interest, interest.amount);
}

/** Second time: every entry is screened with its last row. */
export async function screenFile(file) {
  const time = { survey: clock(), rows: clock(), screening: clock() };
  const { layout, found } = await survey(file, time.survey);
  const totals = tally();
  const screening = new domain.ScreeningStream(
    {
      asOf: domain.day(AS_OF),
      rateClass: "corporation",
      column1: found.column1Evidence && domain.ratesBehind(found.column1Evidence),
    },
    (_, verdict) => count(totals, verdict),
  );
  const takeEntry = (entry) => {
    time.rows.hold();
    time.screening.run();
    screening.add(entry);
    time.screening.hold();
    time.rows.run();
  };
  const entries = new domain.EntryStream(layout, FILE, { takeEntry, takeSetAside: () => undefined }, found);
  await eachPiece(file, (rows) => {
    time.rows.run();
    for (const row of rows) if (row.row > layout.headerRow) entries.add(row);
    time.rows.hold();
  });
  time.rows.run();
  const { accounting } = entries.finish();
  time.rows.hold();
  time.screening.run();
  screening.finish();
  time.screening.hold();
  const parts = Object.fromEntries(Object.entries(time).map(([part, { seconds }]) => [part, seconds()]));
  const seconds = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return { seconds, parts, rows: accounting.read, ...totals };
}
