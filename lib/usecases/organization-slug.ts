import { randomBytes } from "node:crypto";

/** First parts of addresses that are the app's own, or that would pass for it. A test walks the routes for more. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(
  `about account accounts admin api app ask assets billing blog calculator calendar capedesk cape cbp contact customs dashboard demo
  docs download downloads error favicon health help home icon icons images import imports interest invitations legal library login
  logout manifest metrics new next organization organizations org pricing privacy public robots screener security
  settings sign-in sign-out sign-up signin signout signup sitemap static status support system team terms tools test unsubscribe
  uploads user users well-known www`.split(/\s+/),
);

const CHARACTERS_MAX = 40; // leaves room for an ending

/** The name as a part of an address: `Harbor Light, Inc.` gives `harbor-light-inc`. Empty letters give `organization`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, CHARACTERS_MAX)
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "organization" : plain;
}

/** What to try, best first. Ends after a few: the last ones are random, so a failure there is no collision. */
export function* slugCandidates(name: string): Generator<string> {
  const slug = slugOf(name);
  if (!RESERVED_SLUGS.has(slug)) yield slug;
  yield `${slug}-2`;
  yield `${slug}-3`;
  for (let tries = 0; tries < 3; tries++) yield `${slug}-${randomBytes(3).toString("hex")}`;
}
