import type { Locator, Page } from "@playwright/test";

import { es003File } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { figure, importFile, panel, rowOf, table } from "./fixtures/workspace";

const ENTRY = { number: "QT776543239", entryDate: "06/16/2025" } as const;

/** Pulled on different days: the later one shows another liquidation and less duty. */
const JUNE = es003File("pulled-in-june.csv", {
  ...ENTRY,
  liquidatedOn: "03/02/2026",
  ieepaDuty: "$1,250.00",
});
const OCTOBER = es003File("pulled-in-october.csv", {
  ...ENTRY,
  liquidatedOn: "10/01/2026",
  ieepaDuty: "$1,100.00",
});

const conflict = (page: Page, title: string): Locator =>
  panel(page, "Conflicts").getByRole("region", { name: title, exact: true });

async function settle(page: Page, title: string, choice: string, note = ""): Promise<void> {
  await conflict(page, title).getByRole("radio", { name: choice }).check();
  await conflict(page, title).getByLabel("Note").fill(note);
  await conflict(page, title).getByRole("button", { name: "Settle" }).click();
  await expect(conflict(page, title).getByRole("button", { name: "Reopen" })).toBeVisible();
}

const lane = (page: Page, name: string): Locator =>
  page.getByRole("main").getByText(name, { exact: true }).first();

const DATE = "Liquidation date";
const ROWS = "Rows of line 1, ordinal 1";

test("two files that disagree are settled by hand, and opened again", async ({
  page,
  member: { slug, person },
}) => {
  await importFile(page, slug, JUNE);
  await importFile(page, slug, OCTOBER);
  await page.goto(`/${slug}/entries/${ENTRY.number}`);

  await test.step("both values stand side by side, with their files and rows, and what each leads to", async () => {
    await expect(lane(page, "Needs data")).toBeVisible();
    await expect(figure(page, "Refundable IEEPA duty, a range")).toContainText("1,100.00 to 1,250.00");
    const dates = conflict(page, DATE);
    await expect(dates.getByRole("row").filter({ hasText: "2026-03-02" })).toContainText(
      "pulled-in-june.csv, row 2",
    );
    await expect(dates.getByRole("row").filter({ hasText: "2026-10-01" })).toContainText("CAPE ready");
    const rows = conflict(page, ROWS);
    await expect(rows.getByRole("row").filter({ hasText: "1,100.00 refundable" })).toContainText(
      "pulled-in-october.csv, row 2",
    );
  });

  await test.step("a settled date makes the lane certain", async () => {
    await settle(page, DATE, "2026-10-01", "Read in ACE this morning");
    await expect(lane(page, "CAPE ready")).toBeVisible();
    await expect(conflict(page, DATE)).toContainText(`Settled by ${person.name}`);
    await expect(conflict(page, DATE)).toContainText("Note: Read in ACE this morning");
    await expect(rowOf(page, "Facts and where they were read", "Liquidation date")).toContainText(
      "Overruled",
    );
  });

  await test.step("a settled row makes the amount certain", async () => {
    await settle(page, ROWS, "9903.01.25, duty 1,250.00");
    await expect(figure(page, "Refundable IEEPA duty")).toContainText("1,250.00");
    await expect(conflict(page, ROWS).getByRole("row").filter({ hasText: "1,100.00" })).toContainText(
      "Overruled",
    );
  });

  await test.step("the stack shows the chosen row alone", async () => {
    const stack = table(page, "Tariff numbers, duty paid, refundable and staying");
    await expect(stack.getByRole("row").filter({ hasText: "1,250.00" })).not.toHaveCount(0);
    await expect(stack.getByRole("row").filter({ hasText: "1,100.00" })).toHaveCount(0);
  });

  await test.step("reopened, everything is as the files show it", async () => {
    await conflict(page, DATE).getByRole("button", { name: "Reopen" }).click();
    await expect(lane(page, "Needs data")).toBeVisible();
    await conflict(page, ROWS).getByRole("button", { name: "Reopen" }).click();
    await expect(figure(page, "Refundable IEEPA duty, a range")).toContainText("1,100.00 to 1,250.00");
    await expect(panel(page, "Conflicts").getByRole("button", { name: "Settle" })).toHaveCount(2);
  });
});
