import type { ReadableStream } from "node:stream/web";

import { requireMemberForApi } from "@/lib/auth/require-member";
import { assertSameOrigin } from "@/lib/auth/same-origin";
import { sorrySentence } from "@/lib/auth/unexpected";
import { receiveFiles, type ReceivedFile } from "@/lib/usecases/receive-upload";
import { describeUploadProblem } from "@/lib/wording/uploads";

import { readDeclaredFile } from "../declared-file";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

/** A file comes as the body of a PUT and is streamed to disk: forms and server actions would hold it in memory. */
export async function PUT(request: Request, { params }: RouteContext): Promise<Response> {
  const origin = assertSameOrigin(request);
  if (!origin.ok) return origin.problem;
  const { org } = await params;
  const member = await requireMemberForApi(org, "imports:write");
  if (!member.ok) return member.problem;
  const { headers, body } = request;
  const file = readDeclaredFile(headers);
  if (!file.success)
    return refused(
      400,
      "The upload does not say its name, its size and its SHA-256. Send it from the import page.",
    );
  try {
    const stream = (body ?? new Blob([]).stream()) as unknown as ReadableStream<Uint8Array>;
    const received = await receiveFiles(member.value, { ...file.data, body: stream });
    if (!received.ok) return refused(422, describeUploadProblem(received.problem));
    const answers = received.value.map(({ name, result }) => ({
      name,
      ...toAnswer(result, member.value.orgSlug, file.data.sha256),
    }));
    const [only] = answers;
    if (answers.length > 1 || only === undefined) return Response.json({ kind: "several", files: answers });
    return Response.json(only, { status: STATUS[only.kind] });
  } catch (error) {
    return refused(500, sorrySentence(error, "An upload"));
  }
}

const STATUS = { accepted: 201, "already-imported": 200, refused: 422 } as const;

function toAnswer(result: ReceivedFile["result"], orgSlug: string, sha256: string) {
  if (!result.ok) return { kind: "refused", sentence: describeUploadProblem(result.problem) } as const;
  const { importId, importedAt, isReturned = false } = result.value;
  const page = `/${orgSlug}/imports/${importId}`;
  const importUrl = isReturned ? `${page}/repairs?workbook=${sha256}` : page;
  return importedAt === null
    ? ({ kind: "accepted", importUrl } as const)
    : ({ kind: "already-imported", importUrl, importedAt: importedAt.toISOString() } as const);
}

const refused = (status: number, sentence: string): Response =>
  Response.json({ kind: "refused", sentence }, { status });
