import type { Cell, Row } from "write-excel-file/node";

import { usd, usdText } from "@/lib/domain";

/** Identifiers and words are text cells, whatever they look like: no formula runs, no zero is lost. */
export const text = (value: string | null): Cell =>
  value === null || value === "" ? null : { value, type: String, format: "@" };

/** An amount in cents as a number that Excel can add. */
export const amount = (value: string | null): Cell =>
  value === null ? null : { value: Number(usdText(usd(value))), type: Number, format: "#,##0.00" };

export const count = (value: number): Cell => ({ value, type: Number, format: "#,##0" });

export const headings = (...names: readonly string[]): Row =>
  names.map((value) => ({ value, type: String, fontWeight: "bold", wrap: true, alignVertical: "top" }));

export const widths = (...characters: readonly number[]) => characters.map((width) => ({ width }));
