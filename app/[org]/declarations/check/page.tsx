import type { Metadata } from "next";

import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/require-member";

import { BooksChecker } from "./books-checker";

export const metadata: Metadata = { title: "Check a file" };

type CheckPageProps = {
  readonly params: Promise<{ org: string }>;
};

export default async function CheckPage({ params }: CheckPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/declarations/check`);
  const base = `/${scope.orgSlug}`;
  return (
    <>
      <PageHeader
        title="Check a file you already have"
        crumbs={[{ href: `${base}/declarations`, label: "Declarations" }]}
        note="The checks CBP makes on upload, and what your books say of each number. The file stays in this browser; its entry numbers go to this server, and nothing is kept."
      />
      <BooksChecker checkUrl={`/api${base}/declarations/check`} base={base} />
    </>
  );
}
