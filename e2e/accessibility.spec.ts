import { axe, DESK, expectAccessible, PHONE, stumblingBlocks, WCAG } from "./fixtures/accessible";
import { ES003_SAMPLE } from "./fixtures/files";
import { signUp, somebody } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { attestQuickly, NORTHFIELD, openDeclarationOf } from "./fixtures/works";
import {
  addStatus,
  addToBooks,
  buildDeclarations,
  freeze,
  idIn,
  importFile,
  previewFile,
} from "./fixtures/workspace";

test("the pages before signing in can be used by everyone", async ({ page }) => {
  test.setTimeout(360_000);
  for (const path of [
    "/",
    "/sign-in",
    "/sign-up",
    "/library/rules",
    "/tools/cape-file",
    "/tools/interest?amount=100&deposit=2025-06-16",
    "/tools",
    "/tools/screener",
    "/tools/screener?importer=we&ieepa=yes&entered=2025-09-15&type=01&liquidation=liquidated&liquidated=2026-09-10&has=none&account=ace",
    "/library/chapter-99",
    "/library/chapter-99/9903.01.25",
    ...["/library/entry-types", "/library/messages", "/library/checklist"],
    ...["/library/glossary", "/library/downloads"],
    "/no-such-place",
  ]) {
    await test.step(path, () => expectAccessible(page, path));
  }
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(somebody("Nowhere").email);
  await page.getByLabel("Password", { exact: true }).fill("not the password at all");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.locator("form").getByRole("alert")).toBeVisible();
  expect(await stumblingBlocks(axe(page).withTags(WCAG)), "with a refusal on the page").toEqual([]);
});

test("the pages of an organization can be used by everyone", async ({ page }) => {
  test.setTimeout(240_000);
  const slug = await signUp(page, somebody("Lantern Bay"));
  const at = (path: string) => `/${slug}${path}`;
  await test.step("an empty organization", () => expectAccessible(page, at("")));

  await previewFile(page, slug, ES003_SAMPLE);
  const importId = idIn(page);
  await test.step("a file before it is added", () => expectAccessible(page, at(`/imports/${importId}`)));
  await page.setViewportSize(DESK);
  await addToBooks(page);
  await buildDeclarations(page, slug, NORTHFIELD);
  const filed = await openDeclarationOf(page, slug, "_987_");
  await attestQuickly(page);
  await freeze(page);
  await test.step("a frozen declaration", () => expectAccessible(page, at(`/declarations/${filed}`)));
  await page.setViewportSize(DESK);
  await page.getByLabel("Filed on").fill("2026-11-18");
  await page.getByRole("button", { name: "Record the claim" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Claim without a number" })).toBeVisible();
  const claim = idIn(page);
  await addStatus(page, {
    what: "Rejected",
    on: "2026-11-19",
    entry: "987-1234567-1",
    words: "PROTEST ON ENTRY",
  });
  const draft = await openDeclarationOf(page, slug, "_ZZX_");

  for (const path of [
    ...[
      "",
      "/imports",
      `/imports/${importId}`,
      `/imports/${importId}/repairs`,
      `/imports/${importId}/columns`,
      "/imports/coverage",
      "/entries",
      "/entries/ZZX10000144",
      "/entries/ZZX10000204",
    ],
    ...["/declarations", "/declarations/new", `/declarations/${draft}`, `/declarations/${filed}/file`],
    ...["/claims", `/claims/${claim}`, "/claims/rejected"],
  ]) {
    await test.step(path, () => expectAccessible(page, at(path)));
  }
});

test("the pages beside the claims can be used by everyone", async ({ page, member: { slug } }) => {
  test.setTimeout(240_000);
  await importFile(page, slug, ES003_SAMPLE);
  const importId = idIn(page);
  for (const path of [
    ...["/stacking", "/rates", "/rules", "/settings"],
    ...[`/imports/${importId}/scan`, "/declarations/check", "/letters"],
    ...["/other-routes", `/other-routes?importer=${NORTHFIELD}`],
  ]) {
    await test.step(path, () => expectAccessible(page, `/${slug}${path}`));
  }
});

test("the pages of deadlines and money can be used by everyone", async ({ page, member: { slug } }) => {
  test.setTimeout(180_000);
  await importFile(page, slug, ES003_SAMPLE);
  for (const path of [
    ...["/deadlines?show=all&within=all", "/deadlines/entries?on=2026-11-21&kind=cape-window"],
    ...["/cash", "/inbox", "/payment-readiness"],
  ]) {
    await test.step(path, () => expectAccessible(page, `/${slug}${path}`));
  }
});

test("the menu and the tables work with the keyboard on a narrow screen", async ({
  page,
  member: { slug },
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  await page.setViewportSize(PHONE);
  await page.goto(`/${slug}/entries`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const menu = page.getByRole("banner").getByRole("link", { name: "Claims" });
  await expect(menu).toBeVisible();
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Claims" })).toBeVisible();
  await expect(menu).toBeHidden();

  await page.goto(`/${slug}/entries`);
  const entries = page.getByRole("region", { name: "Entries", exact: true });
  await entries.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => entries.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test("what was done is said aloud, not only shown", async ({ page, member: { slug } }) => {
  const said = (sentence: string) =>
    expect
      .soft(page.getByRole("status").filter({ hasText: sentence }), sentence)
      .toBeVisible({ timeout: 3000 });
  await importFile(page, slug, ES003_SAMPLE);

  await page.goto(`/${slug}/entries/ZZX10000204`);
  await page.getByLabel(/^I compared/).check();
  await page.getByRole("button", { name: "Keep the number as it is" }).click();
  await said("Kept as filed. The entry was screened again.");

  await buildDeclarations(page, slug, NORTHFIELD);
  await openDeclarationOf(page, slug, "_987_");
  await page.locator("#attest-ach-refund").check();
  const point = page.getByRole("listitem").filter({ has: page.locator("#attest-ach-refund") });
  await point.getByRole("button", { name: "Attest" }).click();
  await said("Attested, with your name and the time.");

  await attestQuickly(page);
  await freeze(page);
  await said("The file is made and frozen. Download it below.");

  await page.getByLabel("This file was not uploaded in ACE, and will not be.").check();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await said("Withdrawn. Its entries are free for another declaration.");
});
