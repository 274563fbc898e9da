import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { expect, test } from "./fixtures/test";
import { workThroughOwnFile } from "./fixtures/works";
import { bytesOf } from "./fixtures/workspace";

const run = promisify(execFile);

test("the evidence packet of a filed declaration is downloaded and verifies", async ({
  page,
  member: { slug },
}) => {
  const { filed } = await workThroughOwnFile(page, slug);
  await page.goto(`/${slug}/declarations/${filed}`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the packet (ZIP)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^CAPE_.*_evidence\.zip$/);
  const file = test.info().outputPath("packet.zip");
  await download.saveAs(file);
  const { stdout } = await run(process.execPath, ["scripts/verify.mjs", file]);
  expect(stdout).toMatch(/^holds {2}SHA-256 of CAPE_/);
  expect(stdout).toMatch(/All \d+ hold\.\n$/);

  const [pdf] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Document only (PDF)" }).click(),
  ]);
  expect((await bytesOf(pdf)).subarray(0, 5).toString()).toBe("%PDF-");
});
