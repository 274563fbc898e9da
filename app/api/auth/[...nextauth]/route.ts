import type { NextRequest } from "next/server";

import { answerAuthRequest } from "@/lib/auth/next-auth";
import { assertSameOrigin } from "@/lib/auth/same-origin";

// For programs: people sign in and out by server actions. Every sign-in comes through `authenticate`.
export const GET = answerAuthRequest;

export async function POST(request: NextRequest): Promise<Response> {
  const origin = assertSameOrigin(request);
  return origin.ok ? answerAuthRequest(request) : origin.problem;
}
