import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures/test";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Tab until the control has the focus, as a person without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, role: "radio" | "checkbox" | "button" | "combobox") {
  const control = page.getByRole("main").getByRole(role, { name });
  for (let presses = 0; presses < 30; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
}

/** Choose one of a group with the arrow keys, as radio buttons are chosen. */
async function choose(page: Page, label: string) {
  const first = page.getByRole("main").getByRole("radio").first();
  for (let presses = 0; presses < 30; presses++) {
    if (await first.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  const wanted = page.getByRole("main").getByRole("radio", { name: label });
  for (let presses = 0; presses < 6 && !(await wanted.isChecked()); presses++)
    await page.keyboard.press("ArrowDown");
  await expect(wanted).toBeChecked();
}

async function goOn(page: Page) {
  await tabTo(page, "Continue", "button");
  await page.keyboard.press("Enter");
}

test("the six questions are answered with the keyboard alone", async ({ page }) => {
  await page.goto("/tools/screener");
  await expect(heading(page, "Who is the importer of record?")).toBeVisible();
  await goOn(page);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Choose an answer");
  await choose(page, "Our client is; we are the licensed broker that filed the entry");
  await goOn(page);

  await expect(page.getByText("Question 2 of 6")).toBeVisible();
  await choose(page, "Yes, duty was paid on a 9903.01 or 9903.02 number");
  await page.keyboard.press("Tab");
  await page.keyboard.type("09/15/2025");
  await goOn(page);

  await expect(heading(page, "What is the entry type?")).toBeVisible();
  await tabTo(page, "Entry type", "combobox");
  await page.keyboard.type("01");
  await goOn(page);

  await expect(heading(page, "Has CBP liquidated the entry?")).toBeVisible();
  await choose(page, "Liquidated or reliquidated");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2026-09-10");
  await goOn(page);

  await expect(heading(page, "Does any of these apply to the entry?")).toBeVisible();
  await tabTo(page, "None of these", "checkbox");
  await page.keyboard.press("Space");
  await goOn(page);

  await expect(page.getByText("Question 6 of 6")).toBeVisible();
  await choose(page, "An ACE importer account, without ACH refund enrolment");
  await goOn(page);

  await expect(heading(page, "What your answers come to")).toBeVisible();
  const main = page.getByRole("main");
  await expect(main).toContainText("Ready, but the refund would be held");
  await expect(main).toContainText("2026-11-29"); // 2026-09-10 and 80 days
  await expect(main).toContainText("2026-09-10 (last liquidation) + 80 days");
  await expect(main).not.toContainText("0.01");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
});

const READY =
  "/tools/screener?importer=we&ieepa=yes&entered=2025-09-15&type=01&liquidation=open&has=none&account=ach";

test("a link carries the answers, back and change keep them", async ({ page, browser }) => {
  await page.goto(READY);
  await expect(page.getByRole("main")).toContainText("Ready for CAPE");
  await page.getByRole("link", { name: /^Change.*Has CBP liquidated the entry/ }).click();
  await expect(page.getByRole("radio", { name: "Not liquidated" })).toBeChecked();
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByLabel("Entry type")).toHaveValue("01");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("main")).toContainText("Ready for CAPE");

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(page.url());
  await expect(stranger.getByRole("main")).toContainText("Ready for CAPE");
  await stranger.context().close();
});

test("it works without scripts, and keeps nothing", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto("/tools/screener");
  await page.getByRole("radio", { name: "Somebody else is" }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("Somebody else has to file");
  await expect(main).toContainText("You were the importer of record of this shipment");
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test("what is not known is named, with the answers it hangs between", async ({ page }) => {
  await page.goto(
    "/tools/screener?importer=unsure&ieepa=yes&entered=2025-09-15&type=01&liquidation=liquidated&has=unsure&account=unsure",
  );
  const main = page.getByRole("main");
  await expect(main).toContainText("It hangs on what you do not know yet");
  await expect(main).toContainText("whether and when the entry was liquidated", { ignoreCase: true });
  for (const lane of ["CAPE ready", "Protest now", "Court"]) await expect(main).toContainText(lane);
  await expect(main).toContainText("Who the importer of record is");
});

test("a day that is none is asked for again", async ({ page }) => {
  await page.goto("/tools/screener?importer=we&ieepa=yes&entered=2025-02-30&sent=entry");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Write the day as 2025-09-15");
  await expect(page.getByLabel("Entry date")).toHaveValue("2025-02-30");
});
