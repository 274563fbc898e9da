import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/test";
import { table } from "./fixtures/workspace";

test("a question is answered with words of our own pages, and without a script as well", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = await context.newPage();
  await page.goto("/library");
  await page.getByLabel("Ask a question").fill("is interrest compounded daily?");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(
    page.getByRole("region", { name: "What our pages say" }).getByRole("heading").nth(1),
  ).toHaveText("Interest and its law");
  await expect(page.getByRole("main")).toContainText("compounds daily");
  await context.close();
});

test("what nobody here knows is said to be unknown", async ({ page }) => {
  await page.goto(`/ask?q=${encodeURIComponent("best restaurants near the port of Savannah")}`);
  await expect(page.getByText("Not known here")).toBeVisible();
  await expect(page.getByRole("region", { name: "What our pages say" })).toHaveCount(0);
});

test("an entry number gets its check digit, and leaves the address and the title", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`/ask?q=${encodeURIComponent("is ABC-1234567-1 still in time")}`);
  await expect(page.getByText("ABC-1234567-1: the check digit does not fit")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("ABC-1234567-6");
  await expect(page).not.toHaveURL(/1234567/);
  expect(await page.title()).not.toContain("1234567");
  expect(asked.filter((url) => url.includes("1234567"))).toHaveLength(1);
  const kept = await page.evaluate(
    () => JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie,
  );
  expect(kept).not.toContain("1234567");
});

test("a tariff number is answered by its dated rows", async ({ page }) => {
  await page.goto("/ask?q=9903.01.24");
  const rows = table(page, "9903.01.24 by days of entry").getByRole("row");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText("2025-03-04 to 2025-11-09");
  await expect(rows.nth(1)).toContainText("The duty paid comes back.");
});

test("the page can be used by everyone, empty, answered and unanswered", async ({ page }) => {
  test.setTimeout(120_000);
  for (const question of ["", "9903.02.20", "ABC-1234567-1", "how long is the CAPE window", "xyzzy"])
    await expectAccessible(page, `/ask${question === "" ? "" : `?q=${encodeURIComponent(question)}`}`);
});
