import type { APIResponse, Page } from "@playwright/test";

import { sha256Of } from "./fixtures/files";
import { signInElsewhere, signOut, somebody, trySigningIn } from "./fixtures/people";
import { captureAction, replay } from "./fixtures/server-actions";
import { expect, test } from "./fixtures/test";
import { workThroughOwnFile, attestQuickly } from "./fixtures/works";
import { freeze, openSection, table } from "./fixtures/workspace";

test.afterEach(async ({ books }) => {
  await books.forgetAttempts();
});

const FOREIGN: readonly { readonly from: string; readonly headers: Readonly<Record<string, string>> }[] = [
  { from: "another site", headers: { origin: "https://refunds.example" } },
  { from: "another port of this machine", headers: { origin: "http://localhost:1" } },
  { from: "a sandboxed frame", headers: { origin: "null" } },
  { from: "another site that hides its origin", headers: { "sec-fetch-site": "cross-site" } },
  { from: "a neighbour domain", headers: { "sec-fetch-site": "same-site" } },
  { from: "a program that says nothing", headers: {} },
];

test("whatever other sites send in a visitor's name is refused and changes nothing", async ({
  page,
  member: { slug, person },
  books,
  origin,
}) => {
  const button = page.getByRole("button", { name: "Try with sample data" });
  const form = await captureAction(page, () => button.click());
  const before = await books.contentsOf(slug);
  const bytes = Buffer.from("Entry Summary Number,Entry Date\r\nZZX10000011,06/16/2025\r\n");
  const file = {
    ...{ "x-file-name": "planted.csv", "x-file-size": String(bytes.byteLength) },
    "x-file-sha256": sha256Of(bytes),
  };
  for (const { from, headers } of FOREIGN) {
    const action = await page.request.post(form.path, {
      headers: { ...form.headers, ...headers },
      data: form.body,
    });
    expect(action.status(), `a server action from ${from}`).toBe(403);
    const put = await page.request.put(`/api/${slug}/uploads`, {
      headers: { ...file, ...headers },
      data: bytes,
    });
    expect(put.status(), `an upload from ${from}`).toBe(403);
    const out = await page.request.post("/api/auth/signout", { headers, form: { csrfToken: "x" } });
    expect(out.status(), `a sign-out from ${from}`).toBe(403);
  }
  const elsewhere = { host: "capedesk.example" };
  const get = await page.request.get(`/${slug}`, { headers: elsewhere, maxRedirects: 0 });
  expect(get.status(), "under another host name nothing is served").toBe(308);
  expect(get.headers().location).toBe(`${origin}/${slug}`);
  const put = await page.request.put(`/api/${slug}/uploads`, { headers: { ...elsewhere, origin } });
  expect(put.status()).toBe(421);
  expect(await books.contentsOf(slug)).toBe(before);
  expect(await books.liveSessions(person.email)).toBe(1);
});

/** The policy's parts by name. */
const policyOf = (answer: APIResponse): ReadonlyMap<string, string> =>
  new Map(
    (answer.headers()["content-security-policy"] ?? "").split(";").map((part) => {
      const [name = "", ...values] = part.trim().split(" ");
      return [name, values.join(" ")];
    }),
  );

test("pages let no foreign script run, no other site frame them and no cache keep them", async ({
  page,
  member: { slug },
  playwright,
  origin,
}) => {
  const nonces: string[] = [];
  const pages = [
    "/",
    `/${slug}`,
    `/${slug}/imports`,
    `/${slug}/entries`,
    `/${slug}/settings`,
    "/no-such-place",
  ];
  for (const path of pages) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    const headers = answer.headers();
    const policy = policyOf(answer);
    expect(policy.get("default-src"), path).toBe("'self'");
    expect(policy.get("frame-ancestors"), path).toBe("'none'");
    expect(policy.get("object-src"), path).toBe("'none'");
    expect(policy.get("base-uri"), path).toBe("'none'");
    expect(policy.get("form-action"), path).toBe("'self'");
    expect(policy.get("connect-src"), path).toBe("'self'");
    const scripts = policy.get("script-src") ?? "";
    expect(scripts, path).not.toContain("unsafe");
    const [, nonce = ""] = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(scripts) ?? [];
    expect(nonce, path).not.toBe("");
    nonces.push(nonce);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["cache-control"], path).toContain("no-store");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
    expect(headers["x-powered-by"], path).toBeUndefined();
    const tags = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    for (const tag of tags)
      expect(tag, `${path}: every script of ours is named`).toContain(`nonce="${nonce}"`);
  }
  expect(new Set(nonces).size, "a nonce serves once").toBe(pages.length);

  const outsider = await playwright.request.newContext({ baseURL: origin });
  for (const asker of [page.request, outsider]) {
    const headers = (await asker.get(`/api/${slug}/imports/nothing/progress`)).headers();
    expect(headers["content-type"]).toContain("application/json");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toContain("no-store");
  }
  await outsider.dispose();
});

const alertOf = async (page: Page): Promise<string> => {
  const alert = page.locator("form").getByRole("alert");
  await expect(alert).toBeVisible();
  return alert.innerText();
};

test("a wrong password and an unknown account are told apart by nothing", async ({
  page,
  member: { person },
}) => {
  await signOut(page);
  await trySigningIn(page, { ...person, password: "not the password at all" });
  const wrong = await alertOf(page);
  await page.goto("/sign-in");
  await trySigningIn(page, { ...somebody("Nowhere"), password: "not the password at all" });
  expect(await alertOf(page)).toBe(wrong);
  expect(wrong).toBe("This e-mail address and password do not belong together.");
});

test("guessing is slowed, for accounts that exist and for others, with the same sentence", async ({
  page,
  member: { person },
  books,
}) => {
  test.setTimeout(90_000);
  await signOut(page);
  const slowed: string[] = [];
  for (const account of [person.email, somebody("Nowhere").email]) {
    await books.forgetAttempts();
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(account);
    let sentence = "";
    for (let guess = 1; guess <= 8 && !sentence.startsWith("Too many"); guess++) {
      const answered = page.waitForResponse((each) => each.request().method() === "POST");
      await trySigningIn(page, { email: account, password: `not the password ${String(guess)}` });
      await answered;
      // Emptied when the answer is on the page: what is typed before would be emptied with it.
      await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
      sentence = await alertOf(page);
    }
    slowed.push(sentence.replace(/\d+ seconds?/, "N seconds"));
    if (account === person.email) {
      await trySigningIn(page, person);
      await expect(page.locator("form").getByRole("alert")).toHaveText(/^Too many attempts/);
      await expect(page).toHaveURL(/\/sign-in/);
    }
  }
  expect(slowed).toEqual(Array(2).fill("Too many attempts. Try again in N seconds."));
  await books.forgetAttempts();
  await page.goto("/sign-in");
  await trySigningIn(page, person);
  await expect(page.getByText("Nothing is imported yet.")).toBeVisible();
});

test("signing up with an address that has an account gives neither the account nor a word about it", async ({
  page,
  member: { person, slug },
  browser,
}) => {
  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto("/sign-up");
  await stranger.getByLabel("Your name").fill("Somebody Else");
  await stranger.getByLabel("E-mail address").fill(person.email);
  await stranger.getByLabel("Organization").fill("Taken Over Ltd");
  await stranger.getByLabel("Password", { exact: true }).fill("another long sentence of words");
  await stranger.getByRole("button", { name: "Create the account" }).click();
  await expect(stranger).toHaveURL(/\/sign-in/);
  await stranger.goto(`/${slug}`);
  await expect(stranger).toHaveURL(/\/sign-in/);
  await context.close();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: person.organization })).toBeVisible();
});

test("the session cookie is out of reach of scripts, and signing in leads nowhere else", async ({
  page,
  member: { person, slug },
  origin,
}) => {
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith("capedesk.session"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  await signOut(page);
  for (const next of ["//refunds.example", "https://refunds.example", "/\\refunds.example", "/api/health"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await trySigningIn(page, person);
    await expect(page, next).toHaveURL(`${origin}/${slug}`);
    await signOut(page);
  }
});

test("signing out everywhere else ends the other sessions at once", async ({
  page,
  member: { person, slug },
  browser,
}) => {
  const other = await signInElsewhere(browser, slug, person);

  await openSection(page, "Settings");
  await page.reload();
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(table(page, "Sessions").getByRole("row")).toHaveCount(2);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await other.context().close();
});

test("an organization that does not exist has no pages", async ({ page, member: { slug } }) => {
  const made = `${slug}-of-nobody`;
  const id = "01a20145-5417-71a9-ad52-2a2c431b25ef";
  const paths = ["", "/imports", "/entries", "/declarations", "/declarations/new", "/claims", "/settings"];
  const things = [`/imports/${id}`, "/entries/ZZX10000011", `/declarations/${id}`, `/claims/${id}`];
  for (const path of [...paths, ...things].map((each) => `/${made}${each}`)) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
  for (const path of [...things, "/imports/1", "/entries/x", "/declarations/..%2f", "/claims/%00"]) {
    const answer = await page.request.get(`/${slug}${path}`);
    expect([400, 404], `${path} of one's own organization`).toContain(answer.status());
  }
});

test("a viewer may read, and can neither freeze nor download nor upload", async ({
  page,
  member: { person, slug },
  books,
  origin,
}) => {
  test.setTimeout(90_000);
  const { draft, filed, questioned, claim } = await workThroughOwnFile(page, slug);
  await page.goto(`/${slug}/declarations/${draft}`);
  await attestQuickly(page);
  const make = page.getByRole("button", { name: "Make and freeze the file" });
  const freezing = await captureAction(page, () => make.click());
  await books.setRole(slug, person.email, "viewer");
  const before = await books.contentsOf(slug);

  await test.step("the pages are there, without what only others may do", async () => {
    for (const [path, offers] of [
      [`/declarations/${draft}`, "Make and freeze the file"],
      [`/declarations/${draft}`, "Withdraw"],
      [`/entries/${questioned}`, "Keep the number as it is"],
      [`/claims/${claim}`, "Add to the timeline"],
      ["/imports", "Choose files"],
      ["/declarations", "Build a declaration"],
      ["/settings", "Store the terms"],
    ] as const) {
      const answer = await page.goto(`/${slug}${path}`);
      expect(answer?.status(), path).toBe(200);
      const main = page.getByRole("main");
      const named = { name: offers, exact: true };
      const offered = main.getByRole("button", named).or(main.getByRole("link", named));
      await expect.soft(offered, `${path} offers a viewer: ${offers}`).toHaveCount(0);
    }
    expect((await page.request.get(`/${slug}/declarations/new`)).status()).toBe(404);
  });

  await test.step("the form of a preparer is refused in a viewer's hands", async () => {
    const answer = await replay(page.request, freezing, origin);
    expect(await answer.text()).toContain("Your role in this organization does not allow this.");
    expect((await page.request.get(`/api/${slug}/declarations/${filed}/file`)).status()).toBe(403);
    const put = await page.request.put(`/api/${slug}/uploads`, { headers: { origin }, data: "x" });
    expect(put.status()).toBe(403);
    expect(await books.contentsOf(slug)).toBe(before);
  });

  await test.step("a preparer may", async () => {
    await books.setRole(slug, person.email, "preparer");
    await page.goto(`/${slug}/declarations/${draft}`);
    await freeze(page);
  });

  await test.step("a viewer is not offered to record the claim, nor a download that is refused", async () => {
    await books.setRole(slug, person.email, "viewer");
    await page.reload();
    await expect(page.getByText("Frozen, not filed", { exact: true })).toBeVisible();
    await expect.soft(page.getByRole("button", { name: "Record the claim" })).toHaveCount(0);
    await expect.soft(page.getByRole("link", { name: "Download the file" })).toHaveCount(0);
  });
});
