import type { Browser, Page } from "@playwright/test";

import { DESK, expectAccessible } from "./fixtures/accessible";
import { signOut, signUp, somebody, trySigningIn, type Person } from "./fixtures/people";
import { captureAction, replay, withValues, type CapturedAction } from "./fixtures/server-actions";
import { expect, test } from "./fixtures/test";
import { draftToSign } from "./fixtures/works";
import { panel, rowOf, table } from "./fixtures/workspace";

const DEAD = "This invitation is not in force";

/** By the owner's form. @returns the link, which is shown this once */
async function invite(page: Page, slug: string, email: string, role = "Preparer"): Promise<string> {
  await page.goto(`/${slug}/settings/members`);
  const form = panel(page, "Invite somebody");
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("Role").selectOption({ label: role });
  await form.getByRole("button", { name: "Invite" }).click();
  await expect(form.getByRole("status")).toContainText(`hand the link to ${email} yourself`);
  await expect(rowOf(page, "Open invitations", email)).toContainText(role);
  return form.getByLabel("The invitation's secret link").inputValue();
}

const visitor = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

/** Opens what may be changed of a member. */
async function openChanges(page: Page, slug: string, { name }: Person) {
  await page.goto(`/${slug}/settings/members`);
  const row = rowOf(page, "Members", name);
  await row.getByText("Change").click();
  return row;
}

/** A draft that waits for a second person; ends on its page. */

test("a second person comes in by a link, signs off, is made a viewer, and sees nothing once removed", async ({
  page,
  browser,
  member: { slug, person },
  origin,
}) => {
  test.setTimeout(180_000);
  await draftToSign(page, slug);
  const draft = page.url();
  const cy = somebody("Nowhere", "Cy Okonkwo");
  const link = await invite(page, slug, cy.email);
  const second = await visitor(browser);

  await test.step("the account is made from the link, with the invited address and no organization of its own", async () => {
    const answer = await second.goto(link);
    expect(answer?.headers()["referrer-policy"]).toBe("same-origin");
    await expect(second.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex, nofollow");
    await expect(second.getByRole("heading", { level: 1 })).toHaveText(`Join ${person.organization}`);
    await expect(second.getByText(`${person.name} invites ${cy.email}`)).toBeVisible();
    await expect(second.getByLabel("E-mail address")).toHaveValue(cy.email);
    await expect(second.getByLabel("E-mail address")).not.toBeEditable();
    await second.getByLabel("Your name").fill(cy.name);
    await second.getByLabel("Password", { exact: true }).fill(person.organization);
    await second.getByRole("button", { name: "Create the account and join" }).click();
    await expect(second.getByText(/^Leave out your name, your e-mail name, your organization/)).toBeVisible();
    await second.getByLabel("Password", { exact: true }).fill(cy.password);
    await second.getByRole("button", { name: "Create the account and join" }).click();
    await expect(second).toHaveURL(`${origin}/${slug}`);
    await expect(second.getByRole("complementary")).toContainText(person.organization);
  });

  const form = panel(second, "Sign-off by a second person");
  const signing = await test.step("the second person signs the declaration off", async () => {
    await second.goto(draft);
    await form.getByRole("checkbox").check();
    const button = form.getByRole("button", { name: "Sign off" });
    const caught = await captureAction(second, () => button.click());
    await second.reload();
    await form.getByRole("checkbox").check();
    await button.click();
    await expect(form).toContainText("Cy Okonkwo, 20");
    return caught;
  });

  await test.step("as a viewer he reads, and is refused what he could do before", async () => {
    const row = await openChanges(page, slug, cy);
    await row.getByLabel(`Role of ${cy.name}`).selectOption({ label: "Viewer" });
    await row.getByRole("button", { name: "Store the role" }).click();
    await expect(row.getByRole("cell", { name: "Viewer", exact: true })).toBeVisible();
    const refused = await replay(second.request, signing, origin);
    expect(await refused.text()).toContain("Your role in this organization does not allow this.");
    await second.goto(`/${slug}/settings/members`);
    await expect(table(second, "Members").getByRole("row")).toHaveCount(3);
    await expect(panel(second, "Invite somebody")).toHaveCount(0);
    await expect(second.getByText("Change", { exact: true })).toHaveCount(0);
  });

  await test.step("removed, he sees nothing from the next request on; his name stays", async () => {
    const row = await openChanges(page, slug, cy);
    await row.getByLabel(`${cy.name} shall see nothing here any more, from now on.`).check();
    await row.getByRole("button", { name: "Remove" }).click();
    await expect(table(page, "Members").getByRole("row")).toHaveCount(2);
    for (const path of [`/${slug}`, `/${slug}/settings/members`, draft, `/api/${slug}/entries/export`])
      expect((await second.request.get(path)).status(), path).toBe(404);
    await second.goto("/");
    await expect(second.getByRole("heading", { level: 1 })).toHaveText("You belong to no organization");
    await page.goto(draft);
    await expect(panel(page, "Sign-off by a second person")).toContainText(cy.name);
  });
  await second.context().close();
});

test("somebody who has an account joins with the invited address and with no other", async ({
  page,
  browser,
  member: { slug, person },
  origin,
}) => {
  test.setTimeout(120_000);
  const cy = somebody("Okonkwo Brokers", "Cy Okonkwo");
  const second = await visitor(browser);
  const own = await signUp(second, cy);
  const link = await invite(page, slug, cy.email, "Owner");

  await test.step("signed in as somebody else", async () => {
    const mallory = await visitor(browser);
    await signUp(mallory, somebody("Elsewhere", "Mallory Quist"));
    await mallory.goto(link);
    await expect(mallory.getByText(`the invitation is for ${cy.email}`)).toBeVisible();
    await expect(mallory.getByRole("button", { name: /^Join/ })).toHaveCount(0);
    await mallory.getByRole("button", { name: "Sign out and come back" }).click();
    await expect(mallory.getByText(`${cy.email} has an account here`)).toBeVisible();
    await mallory.context().close();
  });

  await test.step("signed out: by way of signing in, back to the invitation", async () => {
    await signOut(second);
    await second.goto(link);
    await second.getByRole("link", { name: "Sign in" }).click();
    await trySigningIn(second, cy);
    await second.getByRole("button", { name: `Join ${person.organization}` }).click();
    await expect(second).toHaveURL(`${origin}/${slug}`);
  });

  await test.step("the first owner leaves, the second stays the last", async () => {
    await page.goto(`/${slug}/settings/members`);
    await page.getByLabel(`I shall see nothing of ${person.organization} any more, from now on.`).check();
    await page.getByRole("button", { name: "Leave" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You belong to no organization");
    await second.goto(`/${slug}/settings/members`);
    await expect(second.getByText("You are its last owner.")).toBeVisible();
    const row = await openChanges(second, slug, cy);
    await row.getByLabel(`Role of ${cy.name}`).selectOption({ label: "Viewer" });
    await row.getByRole("button", { name: "Store the role" }).click();
    await expect(row.getByRole("alert")).toContainText("This is the last owner");
    await second.goto(`/${own}`);
    await expect(second.getByRole("heading", { level: 1, name: cy.organization })).toBeVisible();
  });
  await second.context().close();
});

test("links that open nothing are told apart by nothing", async ({
  page,
  browser,
  member: { slug, person },
}) => {
  const email = somebody("Nowhere").email;
  const replaced = await invite(page, slug, email);
  const revoked = await invite(page, slug, email, "Viewer");
  await rowOf(page, "Open invitations", email).getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("No invitation is open")).toBeVisible();
  const outsider = await visitor(browser);
  const texts = new Set<string>();
  for (const dead of [replaced, revoked, `/invitations/${"A".repeat(86)}`, "/invitations/x"]) {
    const answer = await outsider.goto(dead);
    expect(answer?.status(), dead).toBe(404);
    await expect(outsider.getByRole("heading", { level: 1 })).toHaveText(DEAD);
    expect(await outsider.content(), dead).not.toContain(person.organization);
    texts.add(await outsider.getByRole("main").innerText());
  }
  expect(texts.size).toBe(1);
  await outsider.context().close();
});

test("members and invitations can be used by everyone", async ({ page, browser, member: { slug } }) => {
  test.setTimeout(120_000);
  const email = somebody("Nowhere").email;
  const link = await invite(page, slug, email);
  await test.step("members", () => expectAccessible(page, `/${slug}/settings/members`));
  await page.setViewportSize(DESK);
  const outsider = await visitor(browser);
  await test.step("a new account", () => expectAccessible(outsider, link));
  await test.step("another account", () => expectAccessible(page, link));
  await test.step("no invitation", () => expectAccessible(outsider, "/invitations/x"));
  await outsider.context().close();
});

test("the forms of an owner change nothing in a stranger's hands, and do in hers", async ({
  page,
  browser,
  member: { slug, person },
  books,
  origin,
}) => {
  test.setTimeout(120_000);
  const [cy, bo] = [somebody("Cheapside Brokers", "Cy Okonkwo"), somebody("Borough Imports", "Bo Tarrant")];
  const [second, stranger] = [await visitor(browser), await visitor(browser)];
  await signUp(second, cy);
  await books.join(slug, cy.email, "owner");
  const bos = await signUp(stranger, bo);
  await invite(page, slug, "dee@example.com");

  const forms = new Map<string, CapturedAction>();
  const capture = async (name: string, fillIn: () => Promise<unknown>, submit: string) => {
    await page.goto(`/${slug}/settings/members`);
    await fillIn();
    const button = page.getByRole("button", { name: submit, exact: true }).last();
    forms.set(name, await captureAction(page, () => button.click()));
  };
  const address = panel(page, "Invite somebody").getByLabel("E-mail address");
  const ofCy = async () =>
    (await openChanges(page, slug, cy)).getByLabel(/^(Role of Cy|Cy Okonkwo shall see)/);
  await capture("invite", () => address.fill("eve@example.com"), "Invite");
  await capture("revoke", () => Promise.resolve(), "Revoke");
  await capture("set a role", async () => (await ofCy()).first().selectOption("viewer"), "Store the role");
  await capture("remove", async () => (await ofCy()).last().check(), "Remove");

  const contents = async () => [await books.contentsOf(slug), await books.contentsOf(bos)];
  const before = await contents();
  for (const [name, form] of forms) {
    // What names nothing of the organization is Bo's right in his own.
    const inOwnName = name === "invite" ? [] : [withValues(form, { [slug]: bos })];
    for (const sent of [form, { ...form, path: `/${bos}` }, ...inOwnName]) {
      const text = await (await replay(stranger.request, sent, origin)).text();
      for (const word of [person.organization, person.email, cy.email, "dee@example.com"])
        expect(text, name).not.toContain(word);
      expect(await contents(), name).toEqual(before);
    }
  }
  let last = before[0];
  for (const [name, form] of forms) {
    await replay(page.request, form, origin);
    const now = await books.contentsOf(slug);
    expect(now, `${name}, sent by the owner`).not.toBe(last);
    last = now;
  }
  expect((await second.request.get(`/${slug}`)).status(), "Cy was removed").toBe(404);
  for (const each of [second, stranger]) await each.context().close();
});
