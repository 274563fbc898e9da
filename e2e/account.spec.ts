import { signInElsewhere, trySigningIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { rowOf } from "./fixtures/workspace";

test("one's own password is changed with the current one alone, and ends the other sessions", async ({
  page,
  member: { person, slug },
  browser,
}) => {
  const other = await signInElsewhere(browser, slug, person);

  const changeTo = async (current: string, wanted: string) => {
    await page.getByLabel("Current password").fill(current);
    await page.getByLabel("New password").fill(wanted);
    await page.getByRole("button", { name: "Change the password" }).click();
  };
  await page.goto(`/${slug}/settings`);
  const password = "harbour cranes at dusk";
  await changeTo("not the password at all", password);
  await expect(page.getByRole("alert").filter({ hasText: "not your current password" })).toBeVisible();
  await changeTo(person.password, password);
  await expect(
    page.getByRole("status").filter({ hasText: "Every other session is signed out." }),
  ).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await trySigningIn(other, person);
  await expect(other.getByText("This e-mail address and password do not belong together.")).toBeVisible();
  await trySigningIn(other, { ...person, password });
  await expect(other.getByRole("heading", { level: 1, name: person.organization })).toBeVisible();
  await other.context().close();

  await page.getByLabel("Your name").fill("Mira Castellanos-Lind");
  await page.getByRole("button", { name: "Store the name" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Attestations and sign-offs keep" })).toBeVisible();
  await page.goto(`/${slug}/settings/members`);
  await expect(rowOf(page, "Members", "Mira Castellanos-Lind")).toBeVisible();
});
