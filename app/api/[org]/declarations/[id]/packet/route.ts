import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { download } from "@/lib/files/download";
import { packetPdf, packetZip } from "@/lib/packet/packet-zip";
import { evidencePacket } from "@/lib/usecases/evidence-packet";

type RouteContext = {
  readonly params: Promise<{ org: string; id: string }>;
};

const FORMS = {
  zip: { mediaType: "application/zip", open: packetZip },
  pdf: { mediaType: "application/pdf", open: packetPdf },
} as const;

/** The evidence packet of a frozen declaration, made while it is sent: `?form=zip` with everything, or `?form=pdf`. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org, id } = await params;
  const member = await requireMemberForApi(org, "declarations:download");
  if (!member.ok) return member.problem;
  const form = z.enum(["zip", "pdf"]).catch("zip").parse(new URL(request.url).searchParams.get("form"));
  const content = z.uuid().safeParse(id).success ? await evidencePacket(member.value, id) : null;
  if (!content) return refusal(404, "There is no such packet. A declaration has one once it was frozen.");
  const { mediaType, open } = FORMS[form];
  const fileName = content.csv.name.replace(/\.csv$/, `_evidence.${form}`);
  return download(open(content), { fileName, mediaType });
}
