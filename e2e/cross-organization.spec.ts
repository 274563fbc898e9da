import type { Browser, BrowserContext, Page } from "@playwright/test";

import { exportsOf, filesOf, pagesOf, pagesOfThings } from "./fixtures/addresses";
import { sha256Of } from "./fixtures/files";
import { signUp, somebody } from "./fixtures/people";
import { captureAction, replay, withValues, type CapturedAction } from "./fixtures/server-actions";
import { expect, test } from "./fixtures/test";
import {
  captureForms,
  FORMS_OF_ANY_ORGANIZATION,
  OWN_ENTRIES,
  workThroughOwnFile,
  workThroughSample,
  type SampleWorks,
  type Works,
} from "./fixtures/works";

type Side<W extends Works> = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly works: W;
};

/** Ana's organization; Bo belongs to another one and knows every id of hers. */
let ana: Side<SampleWorks>;
let bo: Side<Works> & { readonly loadSample: CapturedAction };
let anasForms: ReadonlyMap<string, CapturedAction>;
/** Words that stand on Ana's pages and in none of the addresses that Bo asks for. */
let anasWords: readonly string[];

async function enter(browser: Browser, organization: string, name: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const person = somebody(organization, name);
  return { context, page, person, slug: await signUp(page, person) };
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const a = await enter(browser, "Aldgate Holdings", "Ana Quilligan");
  const works = await workThroughSample(a.page, a.slug);
  ana = { ...a, works };
  anasForms = await captureForms(a.page, works);
  anasWords = [
    ...[a.person.organization, a.person.name, a.person.email],
    ...["NORTHFIELD TEST IMPORTS", "HARBOR SAMPLE GOODS", "ace-es003-with-liquidation", "CAPE_9676543"],
  ];

  const b = await enter(browser, "Borough Imports", "Bo Tarrant");
  const button = b.page.getByRole("button", { name: "Try with sample data" });
  const loadSample = await captureAction(b.page, () => button.click());
  bo = { ...b, works: await workThroughOwnFile(b.page, b.slug), loadSample };
});

test.afterAll(async () => {
  await ana.context.close();
  await bo.context.close();
});

/** The text of Ana's pages, as she reads it. */
async function textOfAnasPages(): Promise<readonly string[]> {
  const { slug, draft, frozen, claim, questioned } = ana.works;
  const texts: string[] = [];
  for (const path of [
    ...["", "/entries", `/entries/${questioned}`, "/declarations"],
    ...[`/declarations/${draft}`, `/declarations/${frozen}`, `/claims/${claim}`, "/refunds"],
  ]) {
    await ana.page.goto(`/${slug}${path}`);
    texts.push(`${path}\n${await ana.page.getByRole("main").innerText()}`);
  }
  return texts;
}

test("the pages of another organization do not exist, and show nothing of it", async () => {
  const { slug } = ana.works;
  const asked = [...pagesOf(slug, ana.works), ...pagesOfThings(bo.works.slug, ana.works)];
  expect(asked).toHaveLength(40);
  for (const path of asked) {
    const answer = await bo.context.request.get(path);
    expect(answer.status(), path).toBe(404);
    const source = await answer.text();
    for (const word of anasWords) expect(source, `${path} does not say ${word}`).not.toContain(word);
  }
  for (const path of [
    `/${slug}`,
    `/${slug}/entries/${ana.works.questioned}`,
    `/${slug}/claims/${ana.works.claim}`,
  ]) {
    await bo.page.goto(path);
    await expect(bo.page.getByRole("heading", { level: 1 }), path).toHaveText(
      "There is nothing at this address",
    );
    const text = await bo.page.content();
    for (const word of anasWords) expect(text, `${path} does not say ${word}`).not.toContain(word);
  }
});

test("the data behind those pages is not handed to the router either", async () => {
  const asked = [...pagesOf(ana.works.slug, ana.works), ...pagesOfThings(bo.works.slug, ana.works)];
  for (const path of asked) {
    for (const headers of [{ rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }]) {
      const answer = await bo.context.request.get(path, { headers });
      const text = await answer.text();
      for (const word of anasWords) expect(text, `${path} does not say ${word}`).not.toContain(word);
    }
  }
});

const upload = (origin: string) => {
  const bytes = Buffer.from("Entry Summary Number,Entry Date\r\nZZX10000011,06/16/2025\r\n");
  const headers = {
    ...{ origin, "x-file-name": "smuggled.csv", "content-type": "application/octet-stream" },
    ...{ "x-file-size": String(bytes.byteLength), "x-file-sha256": sha256Of(bytes) },
  };
  return { headers, data: bytes };
};

test("no route answers for another organization, and none changes it", async ({ books, origin }) => {
  const before = await books.contentsOf(ana.works.slug);
  for (const slug of [ana.works.slug, bo.works.slug]) {
    const lists = slug === ana.works.slug ? exportsOf(slug) : [];
    for (const path of [...filesOf(slug, ana.works), ...lists]) {
      const answer = await bo.context.request.get(path);
      expect(answer.status(), path).toBe(404);
      const text = await answer.text();
      for (const word of [...anasWords, "Entry Number"]) expect(text, path).not.toContain(word);
    }
  }
  const put = await bo.context.request.put(`/api/${ana.works.slug}/uploads`, upload(origin));
  expect(put.status()).toBe(404);
  const paper = (slug: string) =>
    bo.context.request.put(
      `/api/${slug}/documents?kind=other&declaration=${ana.works.draft}`,
      upload(origin),
    );
  expect((await paper(ana.works.slug)).status()).toBe(404);
  expect((await paper(bo.works.slug)).status(), "Ana's declaration is not in Bo's organization").toBe(422);
  const counsel = await bo.context.request.get(`/api/${ana.works.slug}/other-routes/counsel?lane=court`);
  expect(counsel.status()).toBe(404);
  const asked = { headers: { origin }, data: [ana.works.questioned] };
  const check = (slug: string) => bo.context.request.post(`/api/${slug}/declarations/check`, asked);
  expect((await check(ana.works.slug)).status()).toBe(404);
  expect(await (await check(bo.works.slug)).json()).toMatchObject([{ standing: "not-in-books", lane: null }]);
  expect(await books.contentsOf(ana.works.slug)).toBe(before);

  const own = await ana.context.request.get(`/api/${ana.works.slug}/declarations/${ana.works.filed}/file`);
  expect(own.status(), "Ana herself has the file").toBe(200);
});

test("somebody signed out is sent to sign in, and gets nothing from the routes", async ({
  browser,
  books,
  origin,
}) => {
  const before = await books.contentsOf(ana.works.slug);
  const context = await browser.newContext();
  for (const path of pagesOf(ana.works.slug, ana.works)) {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
    expect(answer.headers().location, path).toMatch(/^\/sign-in\?next=/);
    const source = await answer.text();
    for (const word of anasWords) expect(source, path).not.toContain(word);
  }
  for (const path of [...filesOf(ana.works.slug, ana.works), ...exportsOf(ana.works.slug)]) {
    expect((await context.request.get(path)).status(), path).toBe(401);
  }
  expect((await context.request.put(`/api/${ana.works.slug}/uploads`, upload(origin))).status()).toBe(401);
  for (const form of anasForms.values()) await replay(context.request, form, origin);
  expect(await books.contentsOf(ana.works.slug)).toBe(before);
  await context.close();
});

test("Bo's own forms refuse Ana's organization and Ana's ids, whatever he writes into them", async ({
  books,
}) => {
  const { page, works: own } = bo;
  const { works } = ana;
  const before = [await books.contentsOf(works.slug), await books.contentsOf(own.slug)];
  const forms = [
    {
      path: `/entries/${own.questioned}`,
      box: /^I compared/,
      submit: "Keep the number as it is",
      id: works.questioned,
    },
    {
      path: `/declarations/${own.draft}`,
      box: "I checked this, and it is so.",
      submit: "Attest",
      id: works.draft,
    },
    {
      path: `/declarations/${own.draft}`,
      box: "This file was not uploaded in ACE, and will not be.",
      submit: "Withdraw",
      id: works.draft,
    },
    { path: `/claims/${own.claim}`, box: null, submit: "Add to the timeline", id: works.claim },
  ];
  for (const { path, box, submit, id } of forms) {
    for (const { org, number } of [
      { org: works.slug, number: id },
      { org: own.slug, number: id },
    ]) {
      await page.goto(`/${own.slug}${path}`);
      if (box !== null) await page.getByLabel(box).first().check();
      const form = page
        .locator("form")
        .filter({ has: page.getByRole("button", { name: submit, exact: true }) })
        .first();
      await form.evaluate(
        (element, values) => {
          for (const input of element.querySelectorAll<HTMLInputElement>("input[type=hidden]")) {
            if (input.name === "org") input.value = values.org;
            if (["number", "declaration", "claim"].includes(input.name)) input.value = values.number;
          }
        },
        { org, number },
      );
      await form.getByRole("button", { name: submit, exact: true }).click();
      await expect(form.getByRole("alert"), `${submit}, ${org}`).toContainText(
        /not found|not in your organization|cannot be withdrawn/,
      );
    }
  }
  expect([await books.contentsOf(works.slug), await books.contentsOf(own.slug)]).toEqual(before);
});

test("Ana's forms change nothing with Bo's cookie, and do change it with hers", async ({ books, origin }) => {
  test.setTimeout(120_000);
  const { slug } = ana.works;
  const texts = await textOfAnasPages();
  const before = await books.contentsOf(slug);
  const bosBefore = await books.contentsOf(bo.works.slug);

  const fromBo: [string, CapturedAction][] = [];
  for (const [name, form] of anasForms) {
    fromBo.push([name, form]);
    fromBo.push([`${name}, from Bo's pages`, { ...form, path: `/${bo.works.slug}` }]);
    if (!FORMS_OF_ANY_ORGANIZATION.has(name))
      fromBo.push([`${name}, in Bo's name`, withValues(form, { [slug]: bo.works.slug })]);
  }
  await bo.page.goto(`/${bo.works.slug}/entries/${OWN_ENTRIES.protested}`);
  await bo.page.getByLabel(/^Yes, only IEEPA duty/).check();
  const answer = await captureAction(bo.page, () => bo.page.getByRole("button", { name: "Answer" }).click());
  fromBo.push([
    "answer about a protest",
    withValues(answer, { [bo.works.slug]: slug, [OWN_ENTRIES.protested]: "ZZX10000227" }),
  ]);
  fromBo.push(["load the sample", withValues(bo.loadSample, { [bo.works.slug]: slug })]);

  for (const [name, form] of fromBo) {
    const response = await replay(bo.context.request, form, origin);
    const text = await response.text();
    for (const word of anasWords) expect(text, `${name} does not say ${word}`).not.toContain(word);
    expect(await books.contentsOf(slug), name).toBe(before);
  }
  expect(await books.contentsOf(bo.works.slug), "nor was it done to Bo's own").toBe(bosBefore);
  expect(await textOfAnasPages()).toEqual(texts);

  // The same bytes with Ana's cookie: proof that what Bo sent would have worked.
  let last = before;
  for (const [name, form] of anasForms) {
    const response = await replay(ana.context.request, form, origin);
    const now = await books.contentsOf(slug);
    expect(now, `${name}, sent by Ana: ${await response.text()}`).not.toBe(last);
    last = now;
  }
});

test("what Ana sets for herself in her organization, Bo cannot set for her nor in it for himself", async ({
  books,
  origin,
}) => {
  const { slug } = ana.works;
  await ana.page.goto(`/${slug}/settings`);
  for (const name of ["Store the rhythm", "Make an address"]) {
    const button = ana.page.getByRole("button", { name, exact: true });
    const form = await captureAction(ana.page, () => button.click());
    const before = await books.contentsOf(slug);
    for (const sent of [form, { ...form, path: `/${bo.works.slug}` }]) {
      await replay(bo.context.request, sent, origin);
      expect(await books.contentsOf(slug), name).toBe(before);
    }
    await replay(ana.context.request, form, origin);
    expect(await books.contentsOf(slug), `${name}, sent by Ana`).not.toBe(before);
    await ana.page.reload();
  }
});
