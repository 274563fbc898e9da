import { describe, expect, it } from "vitest";
import {
  cleanHeaders,
  contentSecurityPolicy,
  describeSite,
  objectionTo,
  securityHeaders,
} from "./server-wall.mjs";

const site = describeSite("https://capedesk.example.com");
const asked = (method, headers, url = "/a?b=1") => ({
  method,
  url,
  headers: { host: "capedesk.example.com", ...headers },
});

describe("a request passes the wall", () => {
  it.each([
    ["GET", {}, undefined, "reading needs no origin"],
    ["POST", { origin: "https://capedesk.example.com" }, undefined, "it comes from our page"],
    ["POST", { "sec-fetch-site": "same-origin" }, undefined, "the browser says so"],
    ["POST", {}, 403, "nothing says where it comes from"],
    ["POST", { origin: "null" }, 403, "a sandboxed page has no origin"],
    ["POST", { origin: "null", "sec-fetch-site": "same-origin" }, 403, "Origin speaks first"],
    ["POST", { origin: "https://evil.example" }, 403, "it comes from another site"],
    ["POST", { origin: "http://capedesk.example.com" }, 403, "it comes from an unprotected page"],
    ["DELETE", { "sec-fetch-site": "same-site" }, 403, "a sister site is another site"],
    ["POST", { host: "evil.example", origin: "https://capedesk.example.com" }, 421, "the name is not ours"],
    ["GET", { host: "evil.example" }, 308, "the name is not ours, and reading can be sent on"],
  ])("%s with %j is answered with %s because %s", (method, headers, status) => {
    expect(objectionTo(asked(method, headers), site)?.status).toBe(status);
  });

  it.each([
    ["/a?b=1", "https://capedesk.example.com/a?b=1"],
    ["//evil.example/a", "https://capedesk.example.com//evil.example/a"],
    ["http://evil.example/a", "https://capedesk.example.com/"],
  ])("is sent on from %s to %s, never to another host", (url, location) => {
    expect(objectionTo(asked("GET", { host: "evil.example" }, url), site)?.location).toBe(location);
  });
});

describe("the headers Next sees", () => {
  const claimed = () => ({
    "x-capedesk-address": "9.9.9.9",
    "x-middleware-subrequest": "1",
    "x-forwarded-for": "9.9.9.9, 8.8.8.8",
    "x-forwarded-host": "evil.example",
    accept: "text/html",
  });

  it("say only what the wall knows", () => {
    const headers = claimed();
    cleanHeaders(headers, "::ffff:1.2.3.4", site);
    expect(headers).toEqual({
      accept: "text/html",
      "x-capedesk-address": "1.2.3.4",
      "x-forwarded-for": "1.2.3.4",
      "x-forwarded-host": "capedesk.example.com",
      "x-forwarded-proto": "https",
    });
  });

  it("name the address that a trusted proxy added last", () => {
    const headers = claimed();
    cleanHeaders(headers, "127.0.0.1", { ...site, trustProxy: true });
    expect(headers["x-capedesk-address"]).toBe("8.8.8.8");
  });
});

describe("the headers of an answer", () => {
  const policy = contentSecurityPolicy("bm9uY2U=", site);

  it("let only our own scripts run", () => {
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
    expect(policy).not.toContain("unsafe-eval");
  });

  it("forbid keeping pages, but not Next's own files", () => {
    expect(securityHeaders(policy, "/a", site)).toHaveProperty("Cache-Control", "no-store");
    expect(securityHeaders(policy, "/_next/static/a.js", site)).not.toHaveProperty("Cache-Control");
  });

  it("sandbox data and files, which are never pages", () => {
    const ofFile = securityHeaders(policy, "/api/a/documents/1", site);
    expect(ofFile["Content-Security-Policy"]).toBe("sandbox; default-src 'none'; frame-ancestors 'none'");
    expect(securityHeaders(policy, "/apiary", site)).toHaveProperty("Content-Security-Policy", policy);
  });

  it("insist on https only where there is https", () => {
    const local = describeSite("http://localhost:3000");
    expect(securityHeaders(policy, "/", site)).toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders(policy, "/", local)).not.toHaveProperty("Strict-Transport-Security");
  });
});
