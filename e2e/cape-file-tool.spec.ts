import AxeBuilder from "@axe-core/playwright";

import { entryNumbers } from "@/lib/domain/testing/an-entry";

import { expect, test } from "./fixtures/test";

const [A = "", B = ""] = entryNumbers(2);

test("a CAPE file is checked and cleaned in the browser, and nothing is sent", async ({ page }) => {
  await page.goto("/tools/cape-file");
  await page.waitForLoadState("networkidle");
  const requests: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && !request.url().startsWith("blob:"))
      requests.push(request.url());
  });

  await page.getByLabel("CAPE file").setInputFiles({
    name: "from-excel.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      `\uFEFFEntry Number,Port\r\n${A},2704\r\n\r\n${B.slice(0, 3)}-${B.slice(3)},2704\r\n9.87E+10,1001\r\n${A},2704\r\n`,
    ),
  });
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "CBP would refuse this file as it is",
  );
  const findings = page.getByRole("region", { name: "What was found in the file" });
  for (const finding of [
    "Not an entry number",
    "The same number again",
    "byte order mark",
    "Blank rows",
    "More than one column",
  ])
    await expect(findings).toContainText(finding);
  await expect(page.getByRole("region", { name: "Rows without an entry number" })).toContainText("9.87E+10");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CAPE_clean.csv" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString("latin1")).toBe(`Entry Number\r\n${A}\r\n${B}\r\n`);
  await expect(page.getByRole("region", { name: "Rows that the clean file writes otherwise" })).toContainText(
    "left out: it stands further up",
  );
  expect(requests).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test("pasted entry numbers are checked without a file, by keyboard", async ({ page }) => {
  await page.goto("/tools/cape-file");
  await page.getByLabel("Or paste entry numbers").fill(`${A}\n${B}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("The form of this file is right");
});

test("numbers that lost zeros are put back only where asked, and only where proven", async ({ page }) => {
  await page.goto("/tools/cape-file");
  await page.getByLabel("Or paste entry numbers").fill(`${A}\n112345673\n${B}`);
  await page.getByRole("button", { name: "Check these numbers" }).click();
  await expect(page.getByRole("region", { name: "Rows without an entry number" })).toContainText("112345673");
  const content = async () =>
    decodeURIComponent((await page.locator("a[download]").getAttribute("href")) ?? "");
  expect(await content()).toContain(`Entry Number\r\n${A}\r\n${B}\r\n`);
  await page.getByLabel("Put back 1 number proven by its check digit").check();
  expect(await content()).toContain(`Entry Number\r\n${A}\r\n00112345673\r\n${B}\r\n`);
});
