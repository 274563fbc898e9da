import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import zlib from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { compressStatic, precompressedFiles, sendPrecompressed } from "./precompressed.mjs";

const SCRIPT = "const line = 'the same again and again';\n".repeat(100);
const ADDRESS = "/_next/static/chunks/page-1a2b.js";
const home = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-static-"));
const before = process.cwd();

beforeAll(() => {
  process.chdir(home);
  fs.mkdirSync(".next/static/chunks", { recursive: true });
  fs.writeFileSync(".next/static/chunks/page-1a2b.js", SCRIPT);
  fs.writeFileSync(".next/static/chunks/small.js", "1");
  fs.writeFileSync(".next/static/chunks/face.woff2", SCRIPT);
  compressStatic();
});

afterAll(() => {
  process.chdir(before);
  fs.rmSync(home, { recursive: true, force: true });
});

/** What came back, or null where it is left to Next. */
async function ask(url, accepted, method = "GET") {
  const response = new PassThrough();
  let headers = null;
  response.writeHead = (_status, sent) => (headers = sent);
  const request = { method, url, headers: { "accept-encoding": accepted } };
  if (!sendPrecompressed(request, response, precompressedFiles())) return null;
  return { headers, text: zlib.brotliDecompressSync(await buffer(response)).toString() };
}

describe("scripts and styles of the build", () => {
  it("lie compressed beside the originals, where that gains something", () => {
    const files = precompressedFiles();
    expect([...files.keys()]).toEqual([ADDRESS]);
    const { file, bytes } = files.get(ADDRESS);
    expect(zlib.brotliDecompressSync(fs.readFileSync(file)).toString()).toBe(SCRIPT);
    expect(bytes).toBeLessThan(SCRIPT.length / 5);
  });

  it("are sent with what they are, for good", async () => {
    const answer = await ask(`${ADDRESS}?dpl=1`, "gzip, deflate, br, zstd");
    expect(answer?.text).toBe(SCRIPT);
    expect(answer?.headers).toMatchObject({
      "Content-Type": "application/javascript; charset=UTF-8",
      "Content-Encoding": "br",
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
      "X-Content-Type-Options": "nosniff",
    });
  });

  it.each([
    [ADDRESS, "gzip", "GET"],
    [ADDRESS, undefined, "GET"],
    [ADDRESS, "br", "HEAD"],
    ["/_next/static/chunks/../../../package.json", "br", "GET"],
    ["/_next/static/chunks/page-1a2b.js.br", "br", "GET"],
    ["/library", "br", "GET"],
  ])("are left to Next for %s, %s, %s", async (url, accepted, method) => {
    expect(await ask(url, accepted, method)).toBeNull();
  });
});
