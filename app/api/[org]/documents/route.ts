import type { ReadableStream } from "node:stream/web";
import { z } from "zod";

import { requireMemberForApi } from "@/lib/auth/require-member";
import { assertSameOrigin } from "@/lib/auth/same-origin";
import { sorrySentence } from "@/lib/auth/unexpected";
import { DOCUMENT_KINDS, formatEntryNumber, parseEntryNumber, type EntryNumber } from "@/lib/domain";
import { attachDocument, type Attached } from "@/lib/usecases/attach-document";
import { describeAttachProblem } from "@/lib/wording/documents";

import { readDeclaredFile } from "../declared-file";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

const entry = z.string().transform((text, context): EntryNumber => {
  const parsed = parseEntryNumber(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: "This is not an entry number." });
  return z.NEVER;
});

/** What the paper is, and what it is attached to: one of the three. */
const asked = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  subject: z.union([
    z.object({ entry }).transform(({ entry: number }) => ({ kind: "entry", number }) as const),
    z
      .object({ declaration: z.uuid() })
      .transform(({ declaration: id }) => ({ kind: "declaration", id }) as const),
    z.object({ claim: z.uuid() }).transform(({ claim: id }) => ({ kind: "claim", id }) as const),
  ]),
});

/** A paper comes as the body of a PUT and is streamed to disk, as every file does here. */
export async function PUT(request: Request, { params }: RouteContext): Promise<Response> {
  const origin = assertSameOrigin(request);
  if (!origin.ok) return origin.problem;
  const { org } = await params;
  const member = await requireMemberForApi(org, "declarations:write");
  if (!member.ok) return member.problem;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const what = asked.safeParse({ kind: query.kind, subject: query });
  const file = readDeclaredFile(request.headers);
  if (!what.success || !file.success)
    return answer(
      400,
      "The upload does not say what it is, its name, its size and its SHA-256. Send it from the page.",
    );
  try {
    const body = (request.body ?? new Blob([]).stream()) as unknown as ReadableStream<Uint8Array>;
    const attached = await attachDocument(member.value, { ...file.data, ...what.data, body });
    if (!attached.ok) return answer(422, describeAttachProblem(attached.problem));
    return answer(201, attachedSentence(attached.value));
  } catch (error) {
    return answer(500, sorrySentence(error, "An attachment"));
  }
}

const attachedSentence = ({ subject }: Attached): string =>
  subject.kind === "entry" ? `Attached to entry ${formatEntryNumber(subject.number)}.` : "Attached.";

const answer = (status: number, sentence: string): Response => Response.json({ sentence }, { status });
