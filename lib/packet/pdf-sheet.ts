import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";

import PDFDocument from "pdfkit";

/** Points; US Letter, on which American counsel and auditors print. */
const MARGIN = 48;
const INK = "#16202c";
const MUTED = "#5a6675";
const RULE = "#c9d1da";
const SIZE = { title: 22, heading: 13, body: 9.5, cell: 7.5, foot: 7 } as const;
const ROW_GAP = 3;
const ROWS_PER_TURN = 200;

const fontFile = (name: string): string =>
  path.join(process.cwd(), "node_modules", "geist", "dist", "fonts", name);

export type Column = {
  readonly heading: string;
  /** Share of the page's width; all shares together are the width. */
  readonly share: number;
  readonly right?: boolean;
};

type RowLook = {
  readonly size: number;
  readonly height: number;
  readonly ink: string;
  /** Of every cell; by its text where none is named. */
  readonly font?: string | undefined;
};

/**
 * Pages of text and tables, written from top to bottom and let go as they fill: memory holds one page, however many
 * there are. Text that a cell cannot hold goes on in the next line of the same row.
 */
export class PdfSheet {
  readonly stream: InstanceType<typeof PDFDocument>;
  readonly #foot: string;
  #page = 0;

  constructor(title: string, foot: string, created: Date) {
    this.#foot = foot;
    this.stream = new PDFDocument({
      size: "LETTER",
      margin: MARGIN,
      info: { Title: title, Creator: "CapeDesk", CreationDate: created },
      lang: "en-US",
      displayTitle: true,
      font: fontFile("geist-sans/Geist-Regular.ttf"),
      autoFirstPage: false,
    });
    this.stream.registerFont("regular", fontFile("geist-sans/Geist-Regular.ttf"));
    this.stream.registerFont("bold", fontFile("geist-sans/Geist-SemiBold.ttf"));
    this.newPage();
  }

  get #width(): number {
    return this.stream.page.width - 2 * MARGIN;
  }

  get #bottom(): number {
    return this.stream.page.height - MARGIN - SIZE.foot * 2;
  }

  newPage(): void {
    this.#page += 1;
    this.stream.addPage();
    const { page } = this.stream;
    const at = page.height - MARGIN - SIZE.foot;
    // The foot stands in the bottom margin, where text would otherwise begin another page.
    page.margins.bottom = 0;
    this.stream.font("regular").fontSize(SIZE.foot).fillColor(MUTED);
    this.stream.text(this.#foot, MARGIN, at, { lineBreak: false });
    this.stream.text(`Page ${String(this.#page)}`, MARGIN, at, {
      width: this.#width,
      align: "right",
      lineBreak: false,
    });
    page.margins.bottom = MARGIN;
    this.stream.x = MARGIN;
    this.stream.y = MARGIN;
  }

  title(text: string): void {
    this.stream.font("bold").fontSize(SIZE.title).fillColor(INK).text(text).moveDown(0.4);
  }

  /** A heading never stands alone at the foot of a page. */
  heading(text: string): void {
    if (this.stream.y + 70 > this.#bottom) this.newPage();
    this.stream.x = MARGIN;
    this.stream.moveDown(0.9).font("bold").fontSize(SIZE.heading).fillColor(INK).text(text).moveDown(0.35);
  }

  paragraph(text: string, muted = false): void {
    this.#roomFor(
      this.stream.font("regular").fontSize(SIZE.body).heightOfString(text, { width: this.#width }),
    );
    this.stream
      .fillColor(muted ? MUTED : INK)
      .text(text, MARGIN, this.stream.y, { width: this.#width, lineGap: 1.5 });
    this.stream.moveDown(0.45);
  }

  /** Names beside values, such as the data of a cover. */
  pairs(pairs: readonly (readonly [name: string, value: string])[]): void {
    this.table(
      [
        { heading: "", share: 0.3 },
        { heading: "", share: 0.7 },
      ],
      pairs,
      SIZE.body,
      "regular",
    );
  }

  /** The headings stand on every page that the table reaches. */
  table(
    columns: readonly Column[],
    rows: Iterable<readonly string[]>,
    size: number = SIZE.cell,
    font?: string,
  ): void {
    this.#headings(columns, size);
    for (const cells of rows) this.#add(columns, cells, size, font);
    this.#endTable();
  }

  /** A table of thousands of rows: other work gets its turn in between. */
  async longTable(columns: readonly Column[], rows: Iterable<readonly string[]>): Promise<void> {
    this.#headings(columns, SIZE.cell);
    let drawn = 0;
    for (const cells of rows) {
      this.#add(columns, cells, SIZE.cell);
      if (++drawn % ROWS_PER_TURN === 0) await nextTurn();
    }
    this.#endTable();
  }

  end(): void {
    this.stream.end();
  }

  #roomFor(height: number): void {
    if (this.stream.y + height > this.#bottom) this.newPage();
  }

  #add(columns: readonly Column[], cells: readonly string[], size: number, font?: string): void {
    const height = this.#heightOf(columns, cells, size, font);
    if (this.stream.y + height > this.#bottom) {
      this.newPage();
      this.#headings(columns, size);
    }
    this.#row(columns, cells, { size, height, ink: INK, font });
  }

  #endTable(): void {
    this.stream.x = MARGIN;
    this.stream.moveDown(0.6);
  }

  #headings(columns: readonly Column[], size: number): void {
    if (columns.every(({ heading }) => heading === "")) return;
    const cells = columns.map(({ heading }) => heading);
    const height = this.#heightOf(columns, cells, size);
    this.#roomFor(height * 3);
    this.#row(columns, cells, { size, height, ink: MUTED });
  }

  #heightOf(columns: readonly Column[], cells: readonly string[], size: number, font?: string): number {
    let height = 0;
    for (const [index, { share }] of columns.entries()) {
      const text = cells[index] ?? "";
      this.stream.font(font ?? cellFont(text)).fontSize(size);
      height = Math.max(
        height,
        this.stream.heightOfString(text, { width: share * this.#width - ROW_GAP * 2 }),
      );
    }
    return height + ROW_GAP * 2;
  }

  #row(columns: readonly Column[], cells: readonly string[], { size, height, ink, font }: RowLook): void {
    const top = this.stream.y;
    let left = MARGIN;
    for (const [index, column] of columns.entries()) {
      const width = column.share * this.#width;
      this.stream
        .font(font ?? cellFont(cells[index] ?? ""))
        .fontSize(size)
        .fillColor(ink)
        .text(cells[index] ?? "", left + ROW_GAP, top + ROW_GAP, {
          width: width - ROW_GAP * 2,
          align: column.right === true ? "right" : "left",
        });
      left += width;
    }
    const bottom = top + height;
    this.stream.moveTo(MARGIN, bottom).lineTo(left, bottom).lineWidth(0.4).strokeColor(RULE).stroke();
    this.stream.x = MARGIN;
    this.stream.y = bottom;
  }
}

/**
 * A table may have a hundred thousand cells, and shaping an embedded font costs fifty times what one of the fonts that
 * every reader has costs. Those know Latin letters only, so all else is set in the embedded one.
 */
const cellFont = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? "Helvetica" : "regular");
