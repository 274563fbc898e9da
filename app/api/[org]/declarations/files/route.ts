import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { download } from "@/lib/files/download";
import { zipOf } from "@/lib/files/zip-of-files";
import { downloadDeclarations } from "@/lib/usecases/download-declaration";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

const FILES_MAX = 500;
const chosenIds = z.array(z.uuid()).min(1).max(FILES_MAX);

/** The frozen files of several declarations as one ZIP: `?id=…&id=…`. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org, "declarations:download");
  if (!member.ok) return member.problem;
  const asked = new URL(request.url).searchParams.getAll("id");
  if (asked.length === 0) return refusal(400, "Choose at least one declaration whose file is made.");
  const ids = chosenIds.safeParse([...new Set(asked)]);
  const files = ids.success ? await downloadDeclarations(member.value, ids.data) : null;
  if (!files) return refusal(404, "One of these has no file. A declaration has one once it was frozen.");
  const zip = zipOf(
    files.map(({ fileName, content, createdAt }) => ({ name: fileName, content, modified: createdAt })),
  );
  return download(zip, { fileName: `CAPE_${today()}.zip`, mediaType: "application/zip" });
}
