import { z } from "zod";

import { toStandingRow } from "@/app/[org]/declarations/check/standing-row";
import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { assertSameOrigin } from "@/lib/auth/same-origin";
import { parseEntryNumber, type EntryNumber } from "@/lib/domain";
import { checkAgainstBooks } from "@/lib/usecases/check-against-books";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

/** The page asks in pieces of this size; a file of 9,999 numbers takes two. */
const NUMBERS_MAX = 5_000;
/** Eleven characters, quotes and a comma each, with room to spare. */
const BODY_BYTES_MAX = 100_000;

const entryNumber = z.string().transform((text, context): EntryNumber => {
  const parsed = parseEntryNumber(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: "This is not an entry number." });
  return z.NEVER;
});

/** What the books say of each of these entry numbers. Only numbers are sent, never a file, and nothing is kept. */
export async function POST(request: Request, { params }: RouteContext): Promise<Response> {
  const origin = assertSameOrigin(request);
  if (!origin.ok) return origin.problem;
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  if (Number(request.headers.get("content-length") ?? Number.NaN) <= BODY_BYTES_MAX) {
    const numbers = z
      .array(entryNumber)
      .max(NUMBERS_MAX)
      .safeParse(await bodyOf(request));
    if (numbers.success) {
      const checked = await checkAgainstBooks(member.value, numbers.data);
      return Response.json(checked.map(toStandingRow), { headers: { "Cache-Control": "no-store" } });
    }
  }
  return refusal(400, `Send a list of at most ${String(NUMBERS_MAX)} entry numbers.`);
}

const bodyOf = (request: Request): Promise<unknown> =>
  request.json().catch((error: unknown) => {
    console.warn("A list of entry numbers was not JSON", error);
    return null;
  });
