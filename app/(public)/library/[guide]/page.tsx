import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { PublicFrame } from "@/components/frame/public-frame";
import { GuideArticle } from "@/components/library/guide-article";
import type { Guide, GuideGroup } from "@/lib/library/document";
import { findGuide, guides } from "@/lib/library/guides";
import { FACTS_UNTIL, GUIDE_GROUP_NAMES } from "@/lib/wording/library";

type GuidePageProps = { readonly params: Promise<{ readonly guide: string }> };

async function requireGuide({ params }: GuidePageProps): Promise<Guide> {
  return findGuide((await params).guide) ?? notFound();
}

export async function generateMetadata(props: GuidePageProps): Promise<Metadata> {
  const { slug, title, summary } = await requireGuide(props);
  return { title, description: summary, alternates: { canonical: `/library/${slug}` } };
}

/** The guide after this one on the shelves; null after the last. */
function nextOf({ slug }: Guide) {
  const groups = Object.keys(GUIDE_GROUP_NAMES) as GuideGroup[];
  const inOrder = groups.flatMap((group) => guides().filter((guide) => guide.group === group));
  const next = inOrder[inOrder.findIndex((guide) => guide.slug === slug) + 1];
  return next === undefined ? null : { href: `/library/${next.slug}`, title: next.title };
}

export default async function GuidePage(props: GuidePageProps) {
  const guide = await requireGuide(props);
  return (
    <PublicFrame>
      <GuideArticle guide={guide} factsUntil={FACTS_UNTIL} next={nextOf(guide)} />
    </PublicFrame>
  );
}
