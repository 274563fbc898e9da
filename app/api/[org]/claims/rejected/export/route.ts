import { adviceLine } from "@/app/[org]/claims/rejected/rejected-lines";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { inOrganization } from "@/lib/data/tenant";
import { csvDownload } from "@/lib/files/csv-download";
import { toCsvLine } from "@/lib/files/safe-cell";
import { rejectedViews, type RejectedView } from "@/lib/usecases/rejected-entries";
import { REJECTED_EXPORT_HEADINGS } from "@/lib/wording/rejected";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

/** Every entry that CBP dropped and that stands on no other claim. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const rows = await inOrganization(member.value, rejectedViews);
  return csvDownload(`rejected_${member.value.orgSlug}_${today()}.csv`, linesOf(rows));
}

function* linesOf(rows: readonly RejectedView[]): Generator<string> {
  yield toCsvLine(REJECTED_EXPORT_HEADINGS);
  yield rows.map((row) => toCsvLine(adviceLine(row))).join("");
}
