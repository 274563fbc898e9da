// The outer wall: what a request must be before Next sees it, and what every response carries. Pure, no I/O.

const SECOND = 1000;
export const REQUEST_TIMEOUT = 10 * 60 * SECOND; // an import of several hundred megabytes over a slow line

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];
/** Headers by which code behind the wall trusts a request: only the wall may set them. */
const INTERNAL = /^(x-capedesk-|x-middleware-|x-forwarded-|forwarded$|x-real-ip$|content-security-policy)/;

/** @param appUrl - the origin people type, such as https://capedesk.example.com */
export function describeSite(appUrl, { dev = false, trustProxy = false } = {}) {
  const { origin, host, protocol } = new URL(appUrl);
  return { origin, host, scheme: protocol.slice(0, -1), dev, trustProxy };
}

const refuse = (status, message) => ({ status, message });

/** Browsers always send Origin with a write from elsewhere; a page of ours is "same-origin" to them. */
function comesFromOurPages({ origin, "sec-fetch-site": fetchSite }, site) {
  return origin === undefined ? fetchSite === "same-origin" : origin === site.origin;
}

/**
 * Refuses other host names (a stranger's name may resolve to this machine: DNS rebinding) and writes that other sites
 * make in a visitor's name (cross-site request forgery).
 * @returns what to answer instead of the page, or undefined when the request may pass
 */
export function objectionTo({ method, url, headers }, site) {
  if (headers.host !== site.host) {
    if (method !== "GET" && method !== "HEAD")
      return refuse(421, `This is ${site.origin}, not ${headers.host}.`);
    const location = site.origin + (url.startsWith("/") ? url : "/");
    return { ...refuse(308, `CapeDesk is at ${location}`), location };
  }
  if (SAFE_METHODS.includes(method) || comesFromOurPages(headers, site)) return undefined;
  return refuse(403, "This request did not come from a page of CapeDesk, so it was not carried out.");
}

/** The visitor's address: the socket's, or behind a trusted proxy what that proxy added last. */
function visitorAddress(headers, socketAddress, { trustProxy }) {
  const forwarded = trustProxy ? headers["x-forwarded-for"]?.split(",").at(-1)?.trim() : undefined;
  return (forwarded || socketAddress || "").replace(/^::ffff:/, "");
}

/** Takes away what a visitor may not claim and puts the truth in its place. */
export function cleanHeaders(headers, socketAddress, site) {
  const address = visitorAddress(headers, socketAddress, site);
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name];
  headers["x-capedesk-address"] = address;
  headers["x-forwarded-for"] = address;
  headers["x-forwarded-host"] = site.host; // Next and next-auth build absolute addresses from these two
  headers["x-forwarded-proto"] = site.scheme;
}

export function contentSecurityPolicy(nonce, { dev }) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * What lies under /api is data or a file to be saved, some of it made by strangers, and never a page. Next keeps a header
 * that stands already, so what a route says of it would not count.
 */
const FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

export function securityHeaders(policy, url, site) {
  return {
    "Content-Security-Policy": url.startsWith("/api/") ? FILE_POLICY : policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(site.scheme === "https" ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
    // Pages hold an importer's figures. What lies under /_next is the same for everyone, and Next dates it.
    ...(url.startsWith("/_next/") ? {} : { "Cache-Control": "no-store" }),
  };
}
