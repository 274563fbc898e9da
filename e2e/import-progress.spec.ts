import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { es003File } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { chooseFile, idIn } from "./fixtures/workspace";

const ENTRIES = 8_000;

/** Long enough in reading to be stopped. */
const LARGE = es003File(
  "large.csv",
  ...Array.from({ length: ENTRIES }, (_, index) => ({
    number: `ZZX${String(10_000_000 + index)}`,
    entryDate: "06/16/2025",
  })),
);

const CANCELLED = "This import was cancelled; nothing of the file was used";

async function uploadLarge(page: Page, slug: string): Promise<void> {
  await page.goto(`/${slug}/imports`);
  await chooseFile(page, LARGE);
  await expect(page.getByRole("heading", { level: 1, name: LARGE.name })).toBeVisible({ timeout: 60_000 });
}

const progressOf = async (page: Page, slug: string): Promise<unknown> =>
  (await page.request.get(`/api/${slug}/imports/${idIn(page)}/progress`)).json();

test("an import that is read shows how far it is, can be cancelled, and is read again", async ({
  page,
  member: { slug },
}) => {
  test.setTimeout(120_000);
  const streams: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "eventsource") streams.push(new URL(request.url()).pathname);
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await uploadLarge(page, slug);
  await expect(page.getByRole("progressbar")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Cancel the import" }).click();
  await expect(page.getByText(CANCELLED)).toBeVisible({ timeout: 15_000 });
  expect(streams).toContain(`/api/${slug}/imports/${idIn(page)}/progress`);

  await page.getByRole("button", { name: "Read it again" }).click();
  await expect(page.getByText(CANCELLED)).toHaveCount(0);
  await expect(page.getByText("Step 2 of 2: screening the entries")).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => progressOf(page, slug), { timeout: 60_000 }).toMatchObject({ state: "over" });
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(CANCELLED)).toHaveCount(0);
});
