import { expectAccessible } from "./fixtures/accessible";
import { expect, test } from "./fixtures/test";
import { table } from "./fixtures/workspace";

const GUIDES = 13;

test("every guide of the library is dated, sourced, and can be used by everyone", async ({ page }) => {
  test.setTimeout(300_000);
  await expectAccessible(page, "/library");
  const links = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const references = ["chapter-99", "entry-types", "messages", "rules", "checklist", "glossary", "downloads"];
  const guides = links.filter(
    (href) => href.startsWith("/library/") && !references.includes(href.slice("/library/".length)),
  );
  expect(guides).toHaveLength(GUIDES);
  for (const guide of guides) {
    await test.step(guide, async () => {
      await expectAccessible(page, guide);
      await expect(page.getByText("Reviewed", { exact: true })).toBeVisible();
      await expect(page.getByRole("region", { name: "Sources" }).getByRole("listitem").first()).toBeVisible();
    });
  }
});

test("a guide says what the law tables say, leads to its sources, and loads little script", async ({
  page,
}) => {
  let bytes = 0;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const scripts = new Set<string>();
  devtools.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto("/library/interest", { waitUntil: "networkidle" });
  expect(bytes, "script as it travels, with its headers").toBeLessThan(120_000);

  await expect(table(page, "The rates")).toContainText("2026-04-01");
  await expect(table(page, "An example")).toContainText("6,825.03");
  await expect(page.getByText("compounded quarterly").first()).toBeVisible();
  await page.getByRole("link", { name: "Source 1", exact: true }).first().click();
  await expect(page).toHaveURL(/#source-1$/);
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "The rates" })
    .click();
  await expect(page).toHaveURL(/#the-rates$/);
});

test("every page of the library loads little script", async ({ request }) => {
  const map = await (await request.get("/sitemap.xml")).text();
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? "").pathname);
  const numbers = paths.filter((path) => path.startsWith("/library/chapter-99/"));
  const sizes = new Map<string, number>();
  for (const path of paths.filter(
    (each) => each.startsWith("/library") && !numbers.slice(1).includes(each),
  )) {
    const html = await (await request.get(path)).text();
    const scripts = [...html.matchAll(/<script [^>]*src="([^"]+)"[^>]*>/g)].filter(
      ([tag]) => !/nomodule/i.test(tag), // for browsers that know no modules
    );
    const sources = new Set(scripts.map(([, source]) => source ?? ""));
    expect(sources.size, path).toBeGreaterThan(0);
    for (const source of sources) {
      if (sizes.has(source)) continue;
      const sent = await request.get(source, { headers: { "Accept-Encoding": "br" } });
      expect(sent.headers()["content-encoding"], source).toBe("br");
      sizes.set(source, Number(sent.headers()["content-length"]));
    }
    const bytes = [...sources].reduce((sum, source) => sum + (sizes.get(source) ?? 0), 0);
    expect(bytes, path).toBeLessThan(120_000);
  }
});

test("there is no guide at an address that nobody wrote", async ({ page }) => {
  const response = await page.goto("/library/no-such-guide");
  expect(response?.status()).toBe(404);
});
