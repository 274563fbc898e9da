import type { Metadata } from "next";

import { PublicFrame } from "@/components/frame/public-frame";
import { QuestionForm } from "@/components/screener/question-form";
import { ScreenerResult } from "@/components/screener/screener-result";
import { today } from "@/lib/clock";
import { screenerPath } from "@/lib/domain";
import { env } from "@/lib/env";

import { toScreenerResult } from "./result-rows";
import { readScreenerQuery, SCREENER_PATH } from "./screener-query";
import { toQuestionScreen } from "./screener-rows";
import type { SearchParams } from "../../../search-params";

export const metadata: Metadata = {
  title: "Eligibility screener for IEEPA refunds",
  description:
    "Six questions tell whether an entry can go into CAPE, needs a protest, or waits for court or a later phase, with the law and the last days. No account, nothing stored.",
  alternates: { canonical: SCREENER_PATH },
};

type ScreenerPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function ScreenerPage({ searchParams }: ScreenerPageProps) {
  const query = readScreenerQuery(await searchParams);
  const asOf = today();
  const path = screenerPath(query.answers, asOf);
  const again = path.asked.find((question) => question === query.shown);
  const shown = again ?? path.next;
  return (
    <PublicFrame>
      {shown === null ? (
        <ScreenerResult result={toScreenerResult(path, env.APP_URL)} restartHref={SCREENER_PATH} />
      ) : (
        <QuestionForm
          // Another question is another form: nothing of the last one may stay ticked.
          key={shown}
          screen={toQuestionScreen(shown, path.asked[path.asked.indexOf(shown) - 1], query, asOf)}
        />
      )}
    </PublicFrame>
  );
}
