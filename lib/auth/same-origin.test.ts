import { describe, expect, it } from "vitest";

import { env } from "@/lib/env";

import { assertSameOrigin } from "./same-origin";

const post = (headers: Record<string, string>) =>
  new Request(`${env.APP_URL}/api/uploads`, { method: "POST", headers });

describe("a request that changes something", () => {
  it.each([
    ["from the app's own address", { origin: env.APP_URL }],
    ["that the browser vouches for", { "sec-fetch-site": "same-origin" }],
  ])("is taken %s", (_, headers) => expect(assertSameOrigin(post(headers)).ok).toBe(true));

  it.each([
    ["from another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["from a sibling domain", { origin: "https://evil.example.com", "sec-fetch-site": "same-site" }],
    ["from a sandboxed frame", { origin: "null" }],
    [
      "under another name of the same server",
      { origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" },
    ],
    ["from an address that begins like ours", { origin: `${env.APP_URL}.evil.example` }],
    ["that says nothing of where it comes from", {}],
  ])("is refused %s", (_, headers) => {
    const answer = assertSameOrigin(post(headers));
    expect(answer.ok ? null : answer.problem.status).toBe(403);
  });
});
