import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { inOrganization } from "@/lib/data/tenant";
import { addUsd, usdText, type Usd } from "@/lib/domain";
import { csvDownload } from "@/lib/files/csv-download";
import { toCsvLine } from "@/lib/files/safe-cell";
import { viewPassThrough, type PassThroughView } from "@/lib/usecases/pass-through";
import { viewBooks } from "@/lib/usecases/view-books";
import { PASS_THROUGH_HEADINGS } from "@/lib/wording/refunds";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

const shareOf = z.string().regex(/^(?:\d{4}-\d{2}|[0-9a-z]+-[0-9a-z]+)$/);

/** What goes to each customer of a payment or month: `?of=2026-10`. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const of = shareOf.safeParse(new URL(request.url).searchParams.get("of"));
  const found = of.success
    ? await inOrganization(member.value, async (t) =>
        viewPassThrough(t, of.data, await viewBooks(t, today())),
      )
    : null;
  if (!of.success || !found || found.shares.length === 0) return refusal(404, "There is no such division.");
  return csvDownload(`pass-through_${member.value.orgSlug}_${of.data}.csv`, linesOf(found));
}

function* linesOf({ shares }: PassThroughView): Generator<string> {
  const figure = (amount: Usd) => ({ figure: usdText(amount) });
  yield toCsvLine([...PASS_THROUGH_HEADINGS]);
  for (const { customer, principal, interest } of shares)
    yield toCsvLine([customer, figure(principal), figure(interest), figure(addUsd(principal, interest))]);
}
