import "server-only";

import { NextRequest } from "next/server";
import NextAuth, { AuthError, CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { endSession, findLiveSession } from "@/lib/data/sessions";
import { env } from "@/lib/env";

import { visitorOf } from "./address";
import { authenticate, type SignInProblem } from "./authenticate";
import { COOKIES, SESSION_SECONDS_MAX } from "./cookies";

/** Carries the reason through next-auth: whole to our own action, as a code in the address to its HTTP endpoint. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly problem: SignInProblem) {
    super();
    this.code = problem.kind;
  }
}

/** What the token holds besides its own dates. */
const sessionIdIn = (token: object): string | null =>
  "sid" in token && typeof token.sid === "string" ? token.sid : null;

/** Wrong passwords, which get a line of their own, cookies of an earlier secret, and made-up requests. */
const BROWSERS_FAULTS: ReadonlySet<string> = new Set([
  "CredentialsSignin",
  "JWTSessionError",
  "MissingCSRF",
  "UnknownAction",
  "InvalidProvider",
]);

const asText = (found: unknown): string => (typeof found === "string" ? found : "");

/** All of next-auth is used in this file and in `session.ts`; the rest of the app knows sessions only as rows. */
const { handlers, signIn, signOut } = NextAuth({
  secret: env.AUTH_SECRET,
  basePath: "/api/auth",
  trustHost: true, // the outer server answers to APP_URL's host only
  useSecureCookies: env.APP_URL.startsWith("https://"),
  cookies: COOKIES,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS_MAX },
  pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize({ email, password }, { headers }) {
        const visitor = visitorOf(headers);
        const signedIn = await authenticate({ email: asText(email), password: asText(password) }, visitor);
        if (signedIn.ok) return { id: signedIn.value.sessionId };
        console.info(`A sign-in from ${visitor.address} was refused: ${signedIn.problem.kind}.`);
        throw new SignInRefused(signedIn.problem);
      },
    }),
  ],
  callbacks: {
    /** Called with `user` once, at sign-in; `null` takes the cookie away. Nothing the browser sends gets into it. */
    async jwt({ token, user }) {
      const signedIn = user as typeof user | undefined;
      if (signedIn?.id !== undefined) return { sid: signedIn.id };
      const sid = sessionIdIn(token);
      return sid !== null && (await findLiveSession(sid)) !== null ? { sid } : null;
    },
    session: ({ session: { expires } }) => ({ expires }), // what GET /api/auth/session shows: nothing of the person
    redirect: ({ url }) =>
      url.startsWith("/") && !url.startsWith("//") ? `${env.APP_URL}${url}` : env.APP_URL,
  },
  events: {
    async signOut(message) {
      const sid = "token" in message && message.token !== null ? sessionIdIn(message.token) : null;
      if (sid !== null) await endSession(sid);
    },
  },
  logger: {
    error(error) {
      if (!(error instanceof AuthError && BROWSERS_FAULTS.has(error.type))) console.error(error);
    },
  },
});
export { signIn, signOut };

/**
 * next-auth's own endpoints. They redirect to the address that the request names, which behind a proxy is an inner one:
 * so they get the outer one.
 */
export function answerAuthRequest(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const fromOutside = new NextRequest(new URL(`${pathname}${search}`, env.APP_URL), request);
  return request.method === "POST" ? handlers.POST(fromOutside) : handlers.GET(fromOutside);
}
