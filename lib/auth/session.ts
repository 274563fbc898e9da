import "server-only";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getToken } from "next-auth/jwt";
import { cache } from "react";

import { findLiveSession, type LiveSession } from "@/lib/data/sessions";
import { env } from "@/lib/env";

import { COOKIES } from "./cookies";
import { safeNext } from "./safe-next";

/**
 * The session of this request, or null. The cookie only names it: whether it lives is asked of Postgres every time, so
 * a copied cookie dies with the sign-out. Within one page the answer is remembered.
 */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const { name } = COOKIES.sessionToken;
  const cookie = (await headers()).get("cookie") ?? ""; // and no Authorization header, which getToken would read too
  const token = await getToken({
    req: { headers: new Headers({ cookie }) },
    secret: env.AUTH_SECRET,
    cookieName: name,
    salt: name,
  });
  const sid: unknown = token?.sid;
  return typeof sid === "string" ? findLiveSession(sid) : null;
});

/** Where to sign in, and to come back from. */
function signInPath(next: string): string {
  const safe = safeNext(next);
  return safe === null ? "/sign-in" : `/sign-in?${new URLSearchParams({ next: safe }).toString()}`;
}

/**
 * The session of somebody signed in; sends everybody else to sign in.
 * @param next - where he wanted to go, a path of this app
 */
export async function requireUser(next = "/"): Promise<LiveSession> {
  return (await currentSession()) ?? redirect(signInPath(next));
}
