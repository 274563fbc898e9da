import { monthsOf } from "@/app/[org]/refunds/month-end/month-rows";
import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { inOrganization } from "@/lib/data/tenant";
import { download, XLSX_MEDIA_TYPE } from "@/lib/files/download";
import { LEDGER_ROWS_MAX, ledgerRows, ledgerWorkbook } from "@/lib/files/ledger-workbook";
import { viewBooks } from "@/lib/usecases/view-books";
import { formatCount } from "@/lib/wording/count";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

/** Principal, interest income and receivable of each entry and month in which something moved. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const { receivables } = await inOrganization(member.value, (t) => viewBooks(t, today()));
  const rows = ledgerRows(receivables, monthsOf(receivables, today()));
  if (rows.length > LEDGER_ROWS_MAX)
    return refusal(
      400,
      `The ledger has ${formatCount(rows.length)} rows, more than a sheet of a workbook holds.`,
    );
  const fileName = `ledger_${member.value.orgSlug}_${today()}.xlsx`;
  return download(await ledgerWorkbook(rows), { fileName, mediaType: XLSX_MEDIA_TYPE });
}
