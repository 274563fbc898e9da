import { buttonLook } from "@/components/ui/button-look";

/** Asked with GET, so that it works without a script. @param question - what was asked before, to go on from */
export function AskForm({ question }: { readonly question: string }) {
  return (
    <form action="/ask" role="search" className="max-w-2xl space-y-1.5 print:hidden">
      <label htmlFor="question" className="font-medium">
        Ask a question
      </label>
      <div className="flex gap-2">
        <input
          id="question"
          name="q"
          type="search"
          defaultValue={question}
          maxLength={300}
          autoComplete="off"
          aria-describedby="question-hint"
          className="min-h-10 min-w-0 grow rounded-md border border-line-strong bg-surface px-3 text-lg"
        />
        <button type="submit" className={buttonLook({})}>
          Ask
        </button>
      </div>
      <p id="question-hint" className="text-sm text-muted">
        In your own words, or an entry number, or a tariff number such as 9903.01.24. Answered from these
        pages; nothing is kept.
      </p>
    </form>
  );
}
