"use client";

import { usePathname, useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Select, type Option } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";

export type ColumnChoice = {
  readonly index: number;
  readonly heading: string;
  /** Up to three different values of the file. */
  readonly samples: readonly string[];
  /** The field; `-`: not used; empty: nobody has said yet. */
  readonly value: string;
  readonly inDoubt: boolean;
  readonly needed: boolean;
  readonly options: readonly Option[];
};

type ColumnFormProps = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly report: string;
  readonly reports: readonly Option[];
  readonly columns: readonly ColumnChoice[];
};

const CHOOSE: Option = { value: "", label: "Say what it is" };
const NOT_USED: Option = { value: "-", label: "Not used" };

/** One choice for each column of the file. The address follows every choice, so that the preview beside it does too. */
export function ColumnForm({ action, hidden, report, reports, columns }: ColumnFormProps) {
  const router = useRouter();
  const pathname = usePathname();
  const [, startTransition] = useTransition();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});

  const choose = (name: string, value: string) => {
    const next = { ...chosen, [name]: value };
    setChosen(next);
    startTransition(() => {
      router.replace(`${pathname}?${new URLSearchParams(next).toString()}`, { scroll: false });
    });
  };

  return (
    <ActionForm action={action} hidden={hidden} submit="Read the file like this" pending="Reading">
      <Select
        id="report"
        name="report"
        label="Which report this is"
        options={reports}
        value={chosen.report ?? report}
        onChange={({ target }) => {
          choose("report", target.value);
        }}
      />
      <ul className="w-full divide-y divide-line border-y border-line">
        {columns.map(({ index, heading, samples, value, inDoubt, needed, options }) => {
          const name = `c${String(index)}`;
          const current = chosen[name] ?? value;
          return (
            <li key={name} className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_18rem]">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  <span className="min-w-0 break-words">{heading}</span>
                  {inDoubt ? <Badge tone="caution">Could mean several things</Badge> : null}
                  {needed && !inDoubt ? <Badge tone="done">Needed</Badge> : null}
                </p>
                <p className="mt-1 font-mono text-sm break-words text-muted">
                  {samples.length === 0 ? "No value in the first rows" : samples.join(" · ")}
                </p>
              </div>
              <Select
                id={name}
                name={name}
                label={`What ${heading} is`}
                options={[...(current === "" ? [CHOOSE] : []), NOT_USED, ...options]}
                value={current}
                required
                onChange={({ target }) => {
                  choose(name, target.value);
                }}
              />
            </li>
          );
        })}
      </ul>
    </ActionForm>
  );
}
