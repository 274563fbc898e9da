import { claimLine } from "@/app/[org]/claims/claim-lines";
import { isAskedFor, readClaimQuery } from "@/app/[org]/claims/claim-query";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { inOrganization } from "@/lib/data/tenant";
import { csvDownload } from "@/lib/files/csv-download";
import { toCsvLine } from "@/lib/files/safe-cell";
import { viewClaims, type ClaimView } from "@/lib/usecases/view-claim";
import { CLAIM_EXPORT_HEADINGS } from "@/lib/wording/claim-list";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

/** Every claim of the list's filter. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const query = readClaimQuery(Object.fromEntries(new URL(request.url).searchParams));
  const claims = await inOrganization(member.value, viewClaims);
  const asked = claims.filter((claim) => isAskedFor(claim, query));
  return csvDownload(`claims_${member.value.orgSlug}_${today()}.csv`, linesOf(asked));
}

function* linesOf(claims: readonly ClaimView[]): Generator<string> {
  yield toCsvLine(CLAIM_EXPORT_HEADINGS);
  yield claims.map((claim) => toCsvLine(claimLine(claim))).join("");
}
