import { describe, expect, it } from "vitest";

import { networkOf, visitorOf } from "./address";

describe("where a request comes from", () => {
  it("is what the outer server says", () => {
    const headers = new Headers({ "x-capedesk-address": "203.0.113.9", "user-agent": "Browser/1" });
    expect(visitorOf(headers)).toEqual({ address: "203.0.113.9", userAgent: "Browser/1" });
  });

  it.each(["x-forwarded-for", "x-real-ip", "forwarded", "cf-connecting-ip"])(
    "is never what %s says",
    (name) => {
      expect(visitorOf(new Headers({ [name]: "203.0.113.9" })).address).toBe("unknown");
    },
  );

  it("is unknown when it is no address", () => {
    expect(visitorOf(new Headers({ "x-capedesk-address": "<script>" })).address).toBe("unknown");
  });

  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("counts for guessing as its network: %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
