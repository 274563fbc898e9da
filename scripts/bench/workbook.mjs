// `npm run bench workbook`: reading the rows of a large .xlsx against unzipping it and finding the value of every cell, which
// any reader must do; and the most memory of a process that reads it.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import yauzl from "yauzl";
import yazl from "yazl";
import { bundle } from "../bundle.mjs";
import { writeSampleFile } from "./sample-file.mjs";

const RATIO_MAX = 4;
const MEGABYTES_MAX = 256;
const READER = "lib/files/read-table.ts";
const SHEET = "xl/worksheets/sheet1.xml";
/** What few importers add to the report; 27 columns are left. */
const LEFT_OUT =
  /^(?:Line Tariff (?:Quantity|UOM) \([23]\).*|Standard Visa Number|Textile Category.*|Foreign Exporter ID)$/;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const columnName = (index) =>
  (index < 26 ? "" : String.fromCharCode(64 + Math.floor(index / 26))) +
  String.fromCharCode(65 + (index % 26));

/** The rows of the sample as Excel saves them: texts shared, amounts as numbers, days as serials in a date format. */
function partsOf(rows) {
  const places = new Map();
  const shared = (text) => {
    if (!places.has(text)) places.set(text, places.size);
    return places.get(text);
  };
  const cellOf = (text, reference) => {
    if (text === "") return "";
    const amount = /^(-?)\$([\d,]+\.\d\d)$/.exec(text);
    if (amount) return `<c r="${reference}"><v>${amount[1]}${Number(amount[2].replaceAll(",", ""))}</v></c>`;
    const day = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
    if (day) {
      const serial = (Date.UTC(day[3], day[1] - 1, day[2]) - Date.UTC(1899, 11, 30)) / 86_400_000;
      return `<c r="${reference}" s="1"><v>${serial}</v></c>`;
    }
    return `<c r="${reference}" t="s"><v>${shared(text)}</v></c>`;
  };
  const sheet = rows.map((cells, index) => {
    const written = cells.map((text, column) => cellOf(text, `${columnName(column)}${index + 1}`)).join("");
    return `<row r="${index + 1}">${written}</row>`;
  });
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relation = (id, type, target) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return {
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Main Report" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relation("r1", "worksheet", "worksheets/sheet1.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${main}>${[...places.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
    [SHEET]: `<worksheet ${main}><sheetData>${sheet.join("\n")}</sheetData></worksheet>`,
  };
}

/** @returns how many rows it has below its heading row, and how many columns */
async function writeWorkbook(file, rows) {
  const csv = `${file}.csv`;
  await writeSampleFile(csv, rows);
  const { data } = Papa.parse(fs.readFileSync(csv, "utf8"), { skipEmptyLines: true });
  const kept = data[0].map((heading) => !LEFT_OUT.test(heading));
  const narrow = data.map((cells) => cells.filter((_, column) => kept[column]));
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(partsOf(narrow))) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await fs.promises.writeFile(file, zip.outputStream);
  return { below: data.length - 1, columns: narrow[0].length };
}

/** The yardstick: every byte of the sheet is unpacked, and what stands in every cell is found. */
async function scan(file) {
  const zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false });
  let [cells, text] = [0, ""];
  for await (const part of zip.eachEntry()) {
    if (part.fileName !== SHEET) continue;
    const decoder = new TextDecoder();
    for await (const piece of await zip.openReadStreamPromise(part)) {
      text += decoder.decode(piece, { stream: true });
      let done = 0;
      for (let at = text.indexOf("<c "); at !== -1; at = text.indexOf("<c ", done)) {
        const [from, to] = [text.indexOf("<v>", at) + 3, text.indexOf("</v></c>", at)];
        if (to === -1) break;
        if (text.slice(from, to) !== "") cells++;
        done = to;
      }
      text = text.slice(done);
    }
  }
  zip.close();
  return cells;
}

/** The product's reader: every row as text, under headings that it recognised. */
async function read(file) {
  const { readTable } = await import(await bundle(READER));
  let rows = 0;
  const sink = { add: () => (rows++, null) };
  const table = await readTable({ path: file }, () => ({ ok: true, value: sink }));
  if (!table.ok) throw new Error(`The workbook was refused: ${table.problem.kind}`);
  return rows;
}

async function secondsOf(work) {
  const begun = performance.now();
  const result = await work();
  return [(performance.now() - begun) / 1000, result];
}

/** @returns whether both limits held */
export async function benchWorkbook({ rows, rounds }, folder) {
  const file = path.join(folder, "report.xlsx");
  const { below, columns } = await writeWorkbook(file, rows);
  console.log(`file: ${(fs.statSync(file).size / 1e6).toFixed(1)} MB, ${below} rows, ${columns} columns`);
  await bundle(READER);
  const seconds = { scan: [], read: [] };
  for (let round = 1; round <= rounds; round++) {
    const [scanning, cells] = await secondsOf(() => scan(file));
    const [reading, found] = await secondsOf(() => read(file));
    if (found !== below) throw new Error(`${found} rows were read of ${below}.`);
    seconds.scan.push(scanning);
    seconds.read.push(reading);
    console.log(
      `round ${round}: ${cells} cells found in ${scanning.toFixed(2)} s, read in ${reading.toFixed(2)} s`,
    );
  }
  const peak = Number(
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), file], { encoding: "utf8" }),
  );
  console.log(`peak memory ${peak} MB, limit ${MEGABYTES_MAX} MB`);
  const ratio = median(seconds.read) / median(seconds.scan);
  console.log(`workbook ratio ${ratio.toFixed(2)}, limit ${RATIO_MAX.toFixed(1)}`);
  return ratio <= RATIO_MAX && peak <= MEGABYTES_MAX;
}

// In a process of its own, because a process never shows less than it once had.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await read(process.argv[2]);
  console.log(Math.round(process.resourceUsage().maxRSS / 1024));
}
