import { sha256Of, ES003_SAMPLE } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { NORTHFIELD } from "./fixtures/works";
import { buildDeclarations, bytesOf, idIn, importFile, panel, rowOf, table } from "./fixtures/workspace";

const PDF = Buffer.from("%PDF-1.7\nthe entry summary");
const ENTRY = "ZZX10000144";

test("a 7501 is attached, listed, downloaded byte for byte and removed", async ({
  page,
  member: { slug },
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  await page.goto(`/${slug}/entries/${ENTRY}`);
  const documents = panel(page, "Documents");
  await expect(documents.getByText("None attached.")).toBeVisible();
  await expect(documents.getByRole("heading", { name: "Missing" })).toBeVisible();

  const files = documents.getByLabel("Files to attach");
  await files.setInputFiles({ name: "scan.png", mimeType: "image/png", buffer: PDF });
  await expect(documents.getByText(/by its content the file is a PDF/)).toBeVisible();
  await files.setInputFiles({ name: "7501.pdf", mimeType: "application/pdf", buffer: PDF });
  const row = rowOf(page, "Attached documents", "7501.pdf");
  await expect(row).toContainText("Entry summary (CBP Form 7501)");
  await expect(row).toContainText(sha256Of(PDF).slice(0, 12));

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: "7501.pdf" }).click(),
  ]);
  expect(await bytesOf(download)).toEqual(PDF);
  const answer = await page.request.get(new URL(download.url()).pathname);
  expect(answer.headers()).toMatchObject({
    "content-disposition": 'attachment; filename="7501.pdf"',
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers()["content-security-policy"]).toContain("sandbox");

  await row.getByRole("button", { name: "Remove" }).click();
  await expect(documents.getByText("None attached.")).toBeVisible();
});

test("a 7501 named after an entry of a declaration is attached to that entry", async ({
  page,
  member: { slug },
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  await buildDeclarations(page, slug, NORTHFIELD);
  await page.goto(`/${slug}/declarations`);
  await rowOf(page, "CAPE Declarations", "_987_").getByRole("link").first().click();
  const documents = panel(page, "Documents");
  const missing = documents.getByText(/without a 7501$/);
  await expect(missing).toBeVisible();
  const first = (
    await table(page, "Entries of the declaration").getByRole("link").first().innerText()
  ).trim();
  await documents
    .getByLabel("Files to attach")
    .setInputFiles({ name: `7501_${first}.pdf`, mimeType: "application/pdf", buffer: PDF });
  await expect(documents.getByText(`Attached to entry ${first}.`)).toBeVisible();
  await expect(rowOf(page, "Attached documents", first)).toBeVisible();
});

test("an import has a risk report, on its page, in print and as a workbook", async ({
  page,
  member: { slug },
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  const importId = idIn(page);
  await page.getByRole("link", { name: "Risk report" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Risk report" })).toBeVisible();
  await expect(rowOf(page, "Rejection risks", "FINAL LIQUIDATION")).toBeVisible();
  await expect(table(page, "Watch list")).toContainText("Commerce");
  for (const [link, start] of [
    ["Report (PDF)", "%PDF-"],
    ["Workbook (.xlsx)", "PK"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: link }).click(),
    ]);
    expect((await bytesOf(download)).subarray(0, start.length).toString()).toBe(start);
  }
  expect(
    (
      await page.request.get(
        `/${slug}/imports/${importId.replace(/.$/, (last) => (last === "0" ? "1" : "0"))}/scan`,
      )
    ).status(),
  ).toBe(404);
});

test("a file from elsewhere is held against the books", async ({ page, member: { slug } }) => {
  await importFile(page, slug, ES003_SAMPLE);
  await page.goto(`/${slug}/declarations`);
  await page.getByRole("link", { name: "Check a file" }).click();
  await page.getByLabel("Or paste entry numbers").fill(`${ENTRY}\nABC-1234567-6\n987-1234567-1`);
  await page.getByRole("button", { name: "Check these numbers" }).click();
  await expect(rowOf(page, "Against your books", "In none of your imports")).toContainText("1 entry");
  await expect(rowOf(page, "Number by number", "ABC-1234567-6")).toContainText("not known");
  await expect(table(page, "Number by number").getByRole("row")).toHaveCount(4);
});

test("a protest has its sheet and a draft, counsel a list, and a broker three letters", async ({
  page,
  member: { slug },
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  await page.goto(`/${slug}/entries`);
  await page.getByRole("link", { name: "Other routes and letters" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Other routes" })).toBeVisible();
  const lists = page.getByRole("link", { name: "List for counsel (.xlsx)" });
  const [download] = await Promise.all([page.waitForEvent("download"), lists.first().click()]);
  expect((await bytesOf(download)).subarray(0, 2).toString()).toBe("PK");

  await page.getByRole("link", { name: "Letters to the broker" }).click();
  const letter = page.getByRole("textbox", { name: "Request for an ES-003 report" });
  await expect(letter).toHaveValue(/entry dates 2025-02-04 through 2026-02-23/);
  await letter.fill("Dear colleagues");
  const [text] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download .txt" }).first().click(),
  ]);
  expect((await bytesOf(text)).toString()).toBe("Dear colleagues");
});
