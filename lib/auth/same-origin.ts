import "server-only";

import { err, ok, type Result } from "@/lib/domain";
import { env } from "@/lib/env";

import { refusal } from "./refusal";

/**
 * Whether the app's own pages sent this. Browsers set these headers and no script can forge them. Origin speaks first,
 * `null` being a sandboxed frame; a request with neither came from no browser, and so from no page of ours.
 */
function isSameOrigin({ headers }: Request): boolean {
  const origin = headers.get("origin");
  return origin === null ? headers.get("sec-fetch-site") === "same-origin" : origin === env.APP_URL;
}

/**
 * For route handlers that change something; server actions are checked by Next, and the outer server checks all again.
 * @returns the refusal to answer with, when another site sent the request
 */
export const assertSameOrigin = (request: Request): Result<null, Response> =>
  isSameOrigin(request) ? ok(null) : err(refusal(403, "This request came from another site."));
