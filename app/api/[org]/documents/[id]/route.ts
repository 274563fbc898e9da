import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { sorrySentence } from "@/lib/auth/unexpected";
import { download } from "@/lib/files/download";
import { openDocument } from "@/lib/usecases/open-document";

type RouteContext = {
  readonly params: Promise<{ org: string; id: string }>;
};

/** An attached paper, to be saved: never shown in the app's own place, whatever it holds. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { org, id } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  try {
    const document = z.uuid().safeParse(id).success ? await openDocument(member.value, id) : null;
    return document ? download(document.bytes, document) : refusal(404, "There is no such document.");
  } catch (error) {
    return Response.json({ error: sorrySentence(error, "A document") }, { status: 500 });
  }
}
