import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { downloadDeclaration } from "@/lib/usecases/download-declaration";

type RouteContext = {
  readonly params: Promise<{ org: string; id: string }>;
};

/** The frozen file, the same bytes every time. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { org, id } = await params;
  const member = await requireMemberForApi(org, "declarations:download");
  if (!member.ok) return member.problem;
  const file = z.uuid().safeParse(id).success ? await downloadDeclaration(member.value, id) : null;
  if (!file) return refusal(404, "There is no such file. A declaration has one once it was frozen.");
  return new Response(Uint8Array.from(file.content), {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.content.byteLength),
      // The name is made of letters, digits, `_` and `-` only, so it needs no encoding.
      "content-disposition": `attachment; filename="${file.fileName}"`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}
