import { expect, test } from "./fixtures/test";
import { bytesOf, table } from "./fixtures/workspace";

test("a Chapter 99 number is found by number, day and country, and has a page of its own", async ({
  page,
}) => {
  await page.goto("/library/chapter-99");
  await page.getByLabel("Number or words").fill("9903.01.20");
  await page.getByLabel("Country of origin").selectOption("CN");
  await page.getByLabel("Day of entry").fill("2025-03-03");
  await page.getByRole("button", { name: "Search" }).click();
  const rows = table(page, "Chapter 99 numbers").getByRole("row");
  await expect(rows).toHaveCount(2);
  await rows.getByRole("link", { name: "9903.01.20" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "9903.01.20" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("The whole duty paid on this number comes back");
  await expect(page.getByRole("main")).toContainText("EO 14195");

  await page.goto("/library/chapter-99/9903.02.20");
  await expect(page.getByRole("main")).toContainText("The rate contains the ordinary (column 1) duty");
  await page.goto("/library/chapter-99/9903.03.01");
  await expect(page.getByRole("main")).toContainText("Not an IEEPA number");
  expect((await page.goto("/library/chapter-99/9903.99.99"))?.status()).toBe(404);
  await page.goto("/library/chapter-99?q=9903.88.99");
  await expect(page.getByRole("main")).toContainText("By its prefix it belongs to");
});

test("CBP's words are found as they were pasted", async ({ page }) => {
  await page.goto("/library/messages");
  await page.getByLabel("A message as CBP wrote it").fill('="PROTEST ON ENTRY"');
  await page.getByRole("button", { name: "Search" }).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "This is the message" })).toBeVisible();
  await expect(main).toContainText("An open or suspended protest covers the entry");
});

test("types, points, words and files are there without an account", async ({ page, request }) => {
  await page.goto("/library/entry-types");
  await expect(table(page, "Entry types").getByRole("row", { name: /^21/ })).toContainText("Refused");
  await page.goto("/library/glossary#cape");
  await expect(page.getByRole("main")).toContainText("Customs Automated Protest and Entry");
  await page.goto("/library/checklist");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveCount(12);
  const [pdf] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "PDF" }).click(),
  ]);
  expect((await bytesOf(pdf)).subarray(0, 5).toString()).toBe("%PDF-");

  await page.goto("/library/downloads");
  const links = await page.getByRole("main").locator("a[download]").all();
  expect(links.length).toBeGreaterThanOrEqual(8);
  for (const link of links) {
    const href = (await link.getAttribute("href")) ?? "";
    expect((await request.get(href)).status(), href).toBe(200);
  }
  const declaration = await request.get("/library/downloads/declaration");
  expect((await declaration.body()).toString("latin1")).toBe(
    "Entry Number\r\nABC12345676\r\nXYZ76543211\r\n",
  );
});

test("the map of the site names public pages only, each with a canonical address", async ({
  page,
  request,
}) => {
  const map = await (await request.get("/sitemap.xml")).text();
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? "").pathname);
  expect(paths.length).toBeGreaterThan(764);
  expect(paths.filter((path) => !/^\/($|tools|library|ask$)/.test(path))).toEqual([]);
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /");
  expect(robots).toContain("Sitemap: ");
  for (const path of paths.filter((each) => !each.startsWith("/library/chapter-99/"))) {
    await page.goto(path);
    const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
    expect(new URL(canonical ?? "").pathname, path).toBe(path);
    expect(await page.locator('meta[name="description"]').getAttribute("content"), path).toMatch(/.{50}/);
  }
});

/** Letter less its margins, at 96 dots an inch. */
const PAPER = { width: 703, height: 943 };

test("paper is light and whole, without what only a screen can do", async ({ page }) => {
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const [path, text] of [
    ["/library/checklist", "Name and signature"],
    ["/library/messages", "PROTEST ON ENTRY"],
    ["/library/filing-guide", "CSMS 68340863"],
    ["/tools/interest?amount=100000&deposit=2025-04-15&to=2026-06-01", "6,825.03"],
    ["/tools/screener?importer=other", "You were the importer of record of this shipment"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("main"), path).toContainText(text);
    await expect(page.getByRole("navigation"), path).toHaveCount(0);
    await expect(page.getByRole("button"), path).toHaveCount(0);
    const shown = await page.evaluate(() => ({
      ink: getComputedStyle(document.body).color,
      wide: document.documentElement.scrollWidth,
      clipped: [...document.querySelectorAll("main *")].filter(
        (each) => each.checkVisibility() && getComputedStyle(each).overflowX === "auto",
      ).length,
    }));
    expect(shown.clipped, path).toBe(0);
    expect(shown.wide, `${path} fits on paper`).toBeLessThanOrEqual(PAPER.width);
    const [, lightness] = /^lab\(([\d.]+)/.exec(shown.ink) ?? [];
    expect(Number(lightness), `${path}: dark ink, of 100`).toBeLessThan(50);
  }
  await page.goto("/library/filing-guide");
  const source = page.getByRole("region", { name: "Sources" }).getByRole("link").first();
  const address = await source.evaluate((link) => getComputedStyle(link, "::after").content);
  expect(address).toContain((await source.getAttribute("href")) ?? "none");
});

test("reference pages are read without scripts", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  for (const path of ["/tools", "/library/chapter-99?q=9903.01", "/library/messages?q=drawback"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(await context.cookies()).toEqual([]);
  await context.close();
});
