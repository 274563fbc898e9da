import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { download } from "@/lib/files/download";
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
  return download(file.content, file);
}
