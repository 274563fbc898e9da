import { isIPv4, isIPv6 } from "node:net";

import type { Visitor } from "@/lib/data/sessions";

/** Set by the outer server from the socket, after it removed whatever came under this name. No other header counts. */
const ADDRESS_HEADER = "x-capedesk-address";
const USER_AGENT_CHARACTERS_MAX = 300;

export function visitorOf(headers: Pick<Headers, "get">): Visitor {
  const address = headers.get(ADDRESS_HEADER) ?? "";
  return {
    address: isIPv4(address) || isIPv6(address) ? address : "unknown",
    userAgent: (headers.get("user-agent") ?? "").slice(0, USER_AGENT_CHARACTERS_MAX),
  };
}

/** Whom one address stands for: an IPv6 customer has at least a /64, 18 quintillion addresses to guess from. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ""] = address.toLowerCase().split("%");
  const [head = "", tail = ""] = plain.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const zeros = plain.includes("::") ? Array.from({ length: 8 - left.length - right.length }, () => "0") : [];
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${groups.join(":")}::/64`;
}
