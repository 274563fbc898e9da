import { env } from "@/lib/env";

import { SESSION_MILLISECONDS_MAX } from "@/lib/data/sessions";

const isHttps = env.APP_URL.startsWith("https://");
/** A browser takes a `__Host-` cookie only from this very host, over https and for all paths, and nobody can plant one. */
const PREFIX = isHttps ? "__Host-" : "";
const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps } as const;

export const SESSION_SECONDS_MAX = SESSION_MILLISECONDS_MAX / 1000;

/** next-auth's three cookies. The session's holds an encrypted token, and that only the id of a row in `sessions`. */
export const COOKIES = {
  sessionToken: { name: `${PREFIX}capedesk.session`, options },
  callbackUrl: { name: `${PREFIX}capedesk.callback`, options },
  csrfToken: { name: `${PREFIX}capedesk.csrf`, options },
} as const;
