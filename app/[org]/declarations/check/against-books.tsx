"use client";

import { useEffect, useState } from "react";
import { StandingsResult } from "@/components/declarations/standings-result";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { EntryNumber } from "@/lib/domain";
import { formatCount, percentDone } from "@/lib/wording/count";

import type { StandingRow } from "./standing-row";
import { toStandings } from "./standing-groups";

type AgainstBooksProps = {
  readonly numbers: readonly EntryNumber[];
  readonly checkUrl: string;
  readonly base: string;
};

type Answer = { readonly rows: readonly StandingRow[]; readonly failed: boolean };

const NUMBERS_PER_REQUEST = 5_000;

async function ask(
  checkUrl: string,
  numbers: readonly EntryNumber[],
  signal: AbortSignal,
): Promise<readonly StandingRow[]> {
  const response = await fetch(checkUrl, {
    ...{ method: "POST", signal, body: JSON.stringify(numbers) },
    headers: { "content-type": "application/json" },
  });
  if (!response.ok) throw new Error(`The books answered ${String(response.status)}`);
  return (await response.json()) as readonly StandingRow[];
}

/** Asks the books for a few thousand numbers at a time and shows what they said of all. */
export function AgainstBooks({ numbers, checkUrl, base }: AgainstBooksProps) {
  const [{ rows, failed }, setAnswer] = useState<Answer>({ rows: [], failed: false });
  useEffect(() => {
    const stop = new AbortController();
    const askAll = async () => {
      for (let at = 0; at < numbers.length; at += NUMBERS_PER_REQUEST) {
        const found = await ask(checkUrl, numbers.slice(at, at + NUMBERS_PER_REQUEST), stop.signal);
        setAnswer((before) => ({ ...before, rows: [...before.rows, ...found] }));
      }
    };
    askAll().catch((error: unknown) => {
      if (stop.signal.aborted) return;
      console.error("The numbers could not be held against the books", error);
      setAnswer((before) => ({ ...before, failed: true }));
    });
    return () => {
      stop.abort();
    };
  }, [numbers, checkUrl]);

  if (failed)
    return (
      <Notice tone="blocked" title="The numbers could not be held against your books" live>
        <p>Choose the file once more. The check of the file itself stands.</p>
      </Notice>
    );
  if (rows.length < numbers.length)
    return (
      <Progress
        label="Looking for the numbers in your books"
        percent={percentDone(rows.length, numbers.length)}
        detail={`${formatCount(rows.length)} of ${formatCount(numbers.length)}`}
      />
    );
  return <StandingsResult {...toStandings(rows, base)} />;
}
