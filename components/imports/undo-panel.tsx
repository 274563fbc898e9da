"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { TextLink } from "@/components/ui/text-link";
import { countOf } from "@/lib/wording/count";

/** A downloaded declaration with entries of the import. */
type RestingDeclarationText = {
  readonly href: string;
  readonly fileName: string;
  readonly entries: number;
};

type UndoPanelProps = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly declarations: readonly RestingDeclarationText[];
  /** Why the last try came to nothing; null where none did. */
  readonly stopped: string | null;
};

/** Takes a file out of the books again, or says what stands in the way. */
export function UndoPanel({ action, hidden, declarations, stopped }: UndoPanelProps) {
  if (declarations.length > 0)
    return (
      <Panel title="Take this file out again">
        <Notice tone="blocked" title="This file cannot be taken out: what was downloaded rests on it">
          <ul className="list-disc pl-4">
            {declarations.map(({ href, fileName, entries }) => (
              <li key={href} className="break-words">
                <TextLink href={href}>{fileName}</TextLink>: {countOf(entries, "entry", "entries")} of this
                file
              </li>
            ))}
          </ul>
          <p>Entries that are filed again go free when the draft that holds them is withdrawn.</p>
        </Notice>
      </Panel>
    );
  return (
    <Panel title="Take this file out again">
      {stopped === null ? null : (
        <Notice tone="blocked" title="This file is still in the books">
          <p className="break-words">{stopped}</p>
        </Notice>
      )}
      <Disclosure summary="Undo this import">
        <div className="max-w-prose space-y-3">
          <p>
            The books become what they would be had this file never come, whatever came after it. Entries that
            other files show stay, with what was answered about them; entries that only this file shows go,
            also from drafts of declarations, and a draft that loses its last entry is withdrawn.
          </p>
          <ActionForm
            action={action}
            hidden={hidden}
            submit="Take it out of the books"
            pending="Asking"
            variant="danger"
          />
        </div>
      </Disclosure>
    </Panel>
  );
}

const LOOK_MILLISECONDS = 1_000;

/** While the worker takes a file out: looks every second whether it is done. */
export function UndoProgress() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      router.refresh();
    }, LOOK_MILLISECONDS);
    return () => {
      clearInterval(timer);
    };
  }, [router]);
  return (
    <Panel>
      <Progress
        label="Taking the file out of the books"
        percent={null}
        detail="The books stay whole meanwhile."
      />
    </Panel>
  );
}
