import { type Day, day } from "../day";
import type { Citation } from "./citation";

export type LegalHoliday = { readonly on: Day; readonly name: string };

/**
 * A holiday on a Saturday is observed the Friday before (5 U.S.C. 6103(b)), on a Sunday the Monday after
 * (E.O. 11582). Inauguration Day 2025 fell on the birthday of Martin Luther King, Jr. Days on which offices were
 * closed by order, such as 24 and 26 December 2025, are no legal holidays and count as working days.
 */
export const HOLIDAYS_SOURCE = {
  law: "5 U.S.C. 6103; E.O. 11582",
  published: "U.S. Code",
} as const satisfies Citation;

/** The years the table covers; a day outside them is an error, never "no holiday". */
export const HOLIDAY_YEARS = { from: day("2024-01-01"), until: day("2028-12-31") } as const;

const holiday = (on: string, name: string): LegalHoliday => ({ on: day(on), name });

/** Legal public holidays on the day observed, 2024 to 2028, sorted. */
export const LEGAL_HOLIDAYS: readonly LegalHoliday[] = [
  holiday("2024-01-01", "New Year's Day"),
  holiday("2024-01-15", "Birthday of Martin Luther King, Jr."),
  holiday("2024-02-19", "Washington's Birthday"),
  holiday("2024-05-27", "Memorial Day"),
  holiday("2024-06-19", "Juneteenth"),
  holiday("2024-07-04", "Independence Day"),
  holiday("2024-09-02", "Labor Day"),
  holiday("2024-10-14", "Columbus Day"),
  holiday("2024-11-11", "Veterans Day"),
  holiday("2024-11-28", "Thanksgiving Day"),
  holiday("2024-12-25", "Christmas Day"),
  holiday("2025-01-01", "New Year's Day"),
  holiday("2025-01-20", "Birthday of Martin Luther King, Jr."),
  holiday("2025-02-17", "Washington's Birthday"),
  holiday("2025-05-26", "Memorial Day"),
  holiday("2025-06-19", "Juneteenth"),
  holiday("2025-07-04", "Independence Day"),
  holiday("2025-09-01", "Labor Day"),
  holiday("2025-10-13", "Columbus Day"),
  holiday("2025-11-11", "Veterans Day"),
  holiday("2025-11-27", "Thanksgiving Day"),
  holiday("2025-12-25", "Christmas Day"),
  holiday("2026-01-01", "New Year's Day"),
  holiday("2026-01-19", "Birthday of Martin Luther King, Jr."),
  holiday("2026-02-16", "Washington's Birthday"),
  holiday("2026-05-25", "Memorial Day"),
  holiday("2026-06-19", "Juneteenth"),
  holiday("2026-07-03", "Independence Day, observed"),
  holiday("2026-09-07", "Labor Day"),
  holiday("2026-10-12", "Columbus Day"),
  holiday("2026-11-11", "Veterans Day"),
  holiday("2026-11-26", "Thanksgiving Day"),
  holiday("2026-12-25", "Christmas Day"),
  holiday("2027-01-01", "New Year's Day"),
  holiday("2027-01-18", "Birthday of Martin Luther King, Jr."),
  holiday("2027-02-15", "Washington's Birthday"),
  holiday("2027-05-31", "Memorial Day"),
  holiday("2027-06-18", "Juneteenth, observed"),
  holiday("2027-07-05", "Independence Day, observed"),
  holiday("2027-09-06", "Labor Day"),
  holiday("2027-10-11", "Columbus Day"),
  holiday("2027-11-11", "Veterans Day"),
  holiday("2027-11-25", "Thanksgiving Day"),
  holiday("2027-12-24", "Christmas Day, observed"),
  holiday("2027-12-31", "New Year's Day 2028, observed"),
  holiday("2028-01-17", "Birthday of Martin Luther King, Jr."),
  holiday("2028-02-21", "Washington's Birthday"),
  holiday("2028-05-29", "Memorial Day"),
  holiday("2028-06-19", "Juneteenth"),
  holiday("2028-07-04", "Independence Day"),
  holiday("2028-09-04", "Labor Day"),
  holiday("2028-10-09", "Columbus Day"),
  holiday("2028-11-10", "Veterans Day, observed"),
  holiday("2028-11-23", "Thanksgiving Day"),
  holiday("2028-12-25", "Christmas Day"),
];
