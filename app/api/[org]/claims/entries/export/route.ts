import { outcomeLine } from "@/app/[org]/claims/claim-lines";
import { toOutcomeRows } from "@/app/[org]/claims/claim-rows";
import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { declarationsOf } from "@/lib/data/declarations";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { csvDownload } from "@/lib/files/csv-download";
import { toCsvLine } from "@/lib/files/safe-cell";
import { readSnapshot } from "@/lib/usecases/declaration-snapshot";
import { viewClaim, viewClaimElsewhere } from "@/lib/usecases/view-claim";
import { CLAIM_ENTRIES_EXPORT_HEADINGS } from "@/lib/wording/claim-list";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

/** Every entry of one claim with what CBP said of it: `?claim=` is the id of one of ours, `?number=` one filed elsewhere. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const { searchParams } = new URL(request.url);
  const lines = await inOrganization(member.value, (t) =>
    linesOf(t, searchParams.get("claim"), searchParams.get("number") ?? ""),
  );
  if (lines === null) return refusal(404, "There is no such claim.");
  return csvDownload(`claim-entries_${member.value.orgSlug}_${today()}.csv`, lines);
}

async function linesOf(t: Tenant, id: string | null, number: string): Promise<readonly string[] | null> {
  const view = id === null ? await viewClaimElsewhere(t, encodeURIComponent(number)) : await viewClaim(t, id);
  if (view === null) return null;
  const declared = view.own
    ? readSnapshot(await declarationsOf(t).snapshot(view.own.declaration.id)).entries
    : [];
  const rows = toOutcomeRows(view, declared, "").map((row) => toCsvLine(outcomeLine(row)));
  return [toCsvLine(CLAIM_ENTRIES_EXPORT_HEADINGS), rows.join("")];
}
