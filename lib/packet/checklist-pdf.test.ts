import { buffer } from "node:stream/consumers";

import { expect, it } from "vitest";

import { checklistPdf } from "./checklist-pdf";

it("the checklist is one PDF of a page or two, the same for the same day", async () => {
  const made = new Date("2026-11-21T15:00:00Z");
  const pdf = await buffer(checklistPdf("2026-10-06.1", made));
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const pages = pdf.toString("latin1").match(/\/Type \/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThanOrEqual(1);
  expect(pages.length).toBeLessThanOrEqual(2);
});
