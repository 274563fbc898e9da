"use client";

// Not the button with its link: this page is sent along with every other one.
import { buttonLook } from "@/components/ui/button-look";

type ErrorPageProps = {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
};

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main className="mx-auto flex max-w-lg flex-col gap-4 px-4 py-16">
      <h1 className="text-2xl font-semibold tracking-tight">Sorry, this page could not be shown</h1>
      <p className="text-muted">
        The fault is ours and was logged in full. Nothing you had saved was lost. Try again; if it fails
        twice, give the person who runs this server the reference below.
      </p>
      {error.digest === undefined ? null : (
        <p className="text-sm text-muted">
          Reference <span className="font-mono text-ink">{error.digest}</span>
        </p>
      )}
      <form action="/" className="flex flex-wrap gap-2">
        <button type="button" onClick={reset} className={buttonLook({})}>
          Try again
        </button>
        <button type="submit" className={buttonLook({ variant: "quiet" })}>
          Go to the start
        </button>
      </form>
    </main>
  );
}
