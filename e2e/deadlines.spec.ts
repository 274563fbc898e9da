import { ES003_SAMPLE } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { bytesOf, importFile, openSection, rowOf, table } from "./fixtures/workspace";

test("last days stand by week and by day, with dollars, formula and law, and lead to their entries", async ({
  page,
  member: { slug },
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  await openSection(page, "Deadlines");
  const days = table(page, "Last days");
  const first = days.getByRole("row").nth(1);
  await expect(first).toContainText("CAPE window ends");
  await expect(first).toContainText("(last liquidation) + 80 days");
  await expect(first).toContainText("CSMS 68340863");
  await expect(table(page, "Dollars at risk by week").getByRole("row").nth(1)).toContainText(
    /\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d/,
  );

  await page.getByRole("link", { name: "Every running clock" }).click();
  await expect(page).toHaveURL(/show=all$/);
  await page.getByLabel("Last day within").selectOption("all");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/show=all/);
  await expect(page).toHaveURL(/within=all/);
  await expect(rowOf(page, "Last days", "Court, earliest reading").first()).toContainText(
    "Disputed, earliest reading",
  );

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const file = (await bytesOf(await download)).toString("utf8");
  expect(file).toContain("Last day,Days left,Last safe day");
  expect(file).toContain("ask counsel");

  await page.goto(`/${slug}/deadlines`);
  await table(page, "Last days").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^CAPE window ends: \d{4}-\d\d-\d\d$/);
  await table(page, "Entries with this last day").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^[A-Z0-9]{3}-\d{7}-\d$/);
});

test("a calendar program reads the last days under a secret address until it is revoked", async ({
  page,
  browser,
  member: { slug },
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  await page.goto(`/${slug}/settings`);
  await page.getByRole("button", { name: "Make an address" }).click();
  const field = page.getByLabel("Your secret address");
  await expect(field).toHaveValue(/\/api\/calendar\/[A-Za-z0-9_-]{86}\.ics$/);
  const address = await field.inputValue();

  const stranger = await browser.newContext(); // no session
  const answer = await stranger.request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(answer.headers()["x-robots-tag"]).toContain("noindex");
  const text = await answer.text();
  expect(text).toContain("BEGIN:VCALENDAR");
  expect(text).toContain("CAPE window ends");
  expect((await stranger.request.get(address.replace(/.{6}\.ics$/, "AAAAAA.ics"))).status()).toBe(404);

  await page.reload();
  await page.getByRole("button", { name: "Revoke the address" }).click();
  await expect(page.getByText("No address is in force.")).toBeVisible({ timeout: 60_000 });
  expect((await stranger.request.get(address)).status()).toBe(404);
  await stranger.close();
});

test("the digest's rhythm is one's own, and the inbox says when there is nothing", async ({
  page,
  member: { slug },
}) => {
  await page.goto(`/${slug}/settings`);
  await page.getByLabel("By e-mail").selectOption("daily");
  await page.getByRole("button", { name: "Store the rhythm" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Stored. It holds from the next digest on." }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("By e-mail")).toHaveValue("daily");
  await openSection(page, "Inbox");
  await expect(page.getByText("Nothing was sent to you yet")).toBeVisible();
});

test("expected cash answers what waiting costs", async ({ page, member: { slug } }) => {
  await importFile(page, slug, ES003_SAMPLE);
  await openSection(page, "Expected cash");
  await page.getByLabel("Day of filing").fill("2027-02-01");
  await page.getByRole("button", { name: "Work it out" }).click();
  await expect(page).toHaveURL(/on=2027-02-01/);
  const scenario = table(page, "Filed today and filed later");
  await expect(scenario.getByRole("row", { name: /Out of the CAPE window by then/ })).toContainText(
    "0.00 (0 entries)",
  );
  await expect(scenario.getByRole("row", { name: /Money could come from/ })).toContainText("2027-04-02");
  await page.goto(`/${slug}/cash?on=2020-01-01`);
  await expect(page.getByText("This day has passed. Nothing can be filed on it any more.")).toBeVisible();
});

test("payment readiness keeps who attested what, and refuses bank numbers", async ({
  page,
  member: { slug, person },
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  await page.getByRole("complementary").getByRole("link", { name: "Overview" }).click();
  await page.getByRole("main").getByRole("link", { name: "Payment readiness" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Payment readiness" })).toBeVisible();
  const point = page.getByRole("listitem").filter({ hasText: "ACH refund enrolment is done" }).first();
  await point.getByLabel(/What you looked at/).fill("account 1234 5678 90");
  await point.getByRole("button", { name: "Attest" }).click();
  await expect(point.getByRole("alert")).toContainText("could be a bank number");
  await point.getByLabel(/What you looked at/).fill("enrolment page in ACE, status active");
  await point.getByRole("button", { name: "Attest" }).click();
  await expect(point).toContainText(`${person.name} said yes, it is so`);
  await expect(point).toContainText("In order");
});

test("the overview says what needs somebody, the most urgent first", async ({ page, member: { slug } }) => {
  await importFile(page, slug, ES003_SAMPLE);
  await openSection(page, "Overview");
  const needs = table(page, "What needs you");
  await expect(needs.getByRole("row").nth(1)).toContainText("before the CAPE window ends");
  await needs.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/deadlines\?kind=cape-window$/);
});
