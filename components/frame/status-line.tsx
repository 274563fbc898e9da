"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { DONE_EVENT } from "@/components/ui/done-event";

type Done = { readonly sentence: string; readonly path: string };

/**
 * Says what was done, aloud and in sight. It stands outside the page, because a form that did its work is often gone
 * with the next rendering and would take its answer along.
 */
export function StatusLine() {
  const path = usePathname();
  const [done, setDone] = useState<Done | null>(null);

  useEffect(() => {
    const show = (event: Event) => {
      if (event instanceof CustomEvent) setDone({ sentence: String(event.detail), path: location.pathname });
    };
    addEventListener(DONE_EVENT, show);
    return () => {
      removeEventListener(DONE_EVENT, show);
    };
  }, []);

  const shown = done?.path === path ? done : null;
  return (
    <div role="status" className="fixed inset-x-4 bottom-4 z-30 lg:left-auto lg:w-96">
      {shown === null ? null : (
        <div className="rounded-lg border border-line-strong bg-surface shadow-lg">
          <Notice
            tone="done"
            title={shown.sentence}
            actions={
              <Button
                variant="quiet"
                size="sm"
                onClick={() => {
                  setDone(null);
                }}
              >
                Dismiss
              </Button>
            }
          />
        </div>
      )}
    </div>
  );
}
