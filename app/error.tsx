"use client";

import { Button, LinkButton } from "@/components/ui/button";

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
      <p className="flex flex-wrap gap-2">
        <Button type="button" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/" variant="quiet">
          Go to the start
        </LinkButton>
      </p>
    </main>
  );
}
