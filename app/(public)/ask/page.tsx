import type { Metadata } from "next";
import { headers } from "next/headers";

import { AnswerList, RuleList } from "@/components/ask/answer-list";
import { AskForm } from "@/components/ask/ask-form";
import { ForgetAddress } from "@/components/ask/forget-address";
import { UnderstoodList } from "@/components/ask/understood-list";
import { WrittenAnswer } from "@/components/ask/written-answer";
import { PublicFrame } from "@/components/frame/public-frame";
import { Notice } from "@/components/ui/notice";
import { PlainLink } from "@/components/ui/plain-link";
import { type Answers, findAnswers } from "@/lib/ask/answer";
import type { ModelSettings } from "@/lib/ask/model";
import { withoutEntryNumbers } from "@/lib/ask/understand";
import { visitorOf } from "@/lib/auth/address";
import { env } from "@/lib/env";
import { describeModelWait } from "@/lib/wording/ask";

import { toAnswerText, toPassageText, toUnderstoodText } from "./answer-rows";
import { type Written, writeAnswer } from "./write-answer";
import { one, type SearchParams } from "../../search-params";

// The question itself is in no title: a title goes into the browser's history.
export const metadata: Metadata = {
  title: "Ask",
  description:
    "Ask about IEEPA refunds and CAPE: answers quoted from dated, sourced pages, and entry and tariff numbers looked up. Nothing is kept.",
  alternates: { canonical: "/ask" },
};

type AskPageProps = {
  readonly searchParams: Promise<SearchParams>;
};

const QUESTION_MAX = 300;

const readQuestion = (found: SearchParams[string]): string => one(found).slice(0, QUESTION_MAX).trim();

/** Null unless the operator set one. */
const modelSettings = (): ModelSettings | null =>
  env.ASK_MODEL_URL === undefined || env.ASK_MODEL_NAME === undefined
    ? null
    : {
        url: env.ASK_MODEL_URL,
        key: env.ASK_MODEL_KEY,
        name: env.ASK_MODEL_NAME,
        seconds: env.ASK_MODEL_SECONDS,
      };

export default async function AskPage({ searchParams }: AskPageProps) {
  const question = readQuestion((await searchParams).q);
  const model = modelSettings();
  const found = question === "" ? null : findAnswers(question);
  const written = found && (await writeAnswer(question, found, model, visitorOf(await headers()).address));
  return (
    <PublicFrame>
      <div className="space-y-8">
        <header className="max-w-2xl space-y-3">
          <p className="text-sm">
            <PlainLink href="/library">Library</PlainLink>
          </p>
          <h1 className="text-3xl font-semibold tracking-tight">Ask</h1>
          <p className="text-lg text-muted text-pretty">
            The answer is quoted from these pages, with its rule and its source.
            {model === null
              ? " The search runs on this machine; what you ask is sent nowhere."
              : ` The operator has switched on a model, ${model.name}: your question goes to it with entry numbers masked.`}
          </p>
        </header>
        <AskForm question={question} />
        {found && written && <Answered found={found} written={written} question={question} />}
      </div>
    </PublicFrame>
  );
}

type AnsweredProps = { readonly found: Answers; readonly written: Written; readonly question: string };

function Answered({ found, written, question }: AnsweredProps) {
  const { known, understood, answers, rules } = found;
  const kept = withoutEntryNumbers(question);
  if (!known) return <NotKnown />;
  return (
    <div className="space-y-8">
      {kept === question ? null : (
        <ForgetAddress address={kept === "" ? "/ask" : `/ask?q=${encodeURIComponent(kept)}`} />
      )}
      <UnderstoodList items={understood.map(toUnderstoodText)} />
      {written.kind === "prose" ? <WrittenAnswer {...written.prose} /> : null}
      {written.kind === "wait" ? (
        <Notice tone="caution" title={describeModelWait(written.seconds)}>
          <p>What our pages say stands below all the same.</p>
        </Notice>
      ) : null}
      <section aria-labelledby="answers" className="max-w-2xl space-y-3">
        <h2 id="answers" className="text-xl font-semibold">
          What our pages say
        </h2>
        <AnswerList answers={answers.map(toAnswerText)} />
      </section>
      {rules.length === 0 ? null : (
        <section aria-labelledby="rules" className="max-w-2xl space-y-3">
          <h2 id="rules" className="text-xl font-semibold">
            The rule
          </h2>
          <RuleList rules={rules.map(toPassageText)} />
        </section>
      )}
    </div>
  );
}

const NotKnown = () => (
  <div className="max-w-2xl">
    <Notice tone="neutral" title="Not known here">
      <p>
        No page here speaks of what you ask. Ask in other words, name a message, a report or a number, or look
        through the <PlainLink href="/library">library</PlainLink>. What nobody has published stands under{" "}
        <PlainLink href="/library/limitations">Limitations</PlainLink>.
      </p>
    </Notice>
  </div>
);
