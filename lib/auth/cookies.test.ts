import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function cookiesAt(appUrl: string) {
  vi.stubEnv("APP_URL", appUrl);
  return (await import("./cookies")).COOKIES;
}

describe("the cookies", () => {
  it("are bound to this very host over https", async () => {
    for (const { name, options } of Object.values(await cookiesAt("https://desk.example.com"))) {
      expect(name).toMatch(/^__Host-capedesk\./);
      expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
    }
  });

  it("go by a plain name where there is no https: browsers refuse the prefix there", async () => {
    for (const { name, options } of Object.values(await cookiesAt("http://localhost:3000"))) {
      expect(name).toMatch(/^capedesk\./);
      expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: false });
    }
  });
});
