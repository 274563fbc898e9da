import { clsx } from "clsx";
import { CircleAlert } from "lucide";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./icon";

const CONTROL = clsx(
  "w-full rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink placeholder:text-muted",
  "aria-invalid:border-blocked disabled:opacity-60",
);

export type FieldText = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
};

const hintId = (id: string) => `${id}-hint`;
const errorId = (id: string) => `${id}-error`;

/** What a control must carry so that hint and error are read with it. */
function described({ id, hint, error }: FieldText) {
  const ids = [hint === undefined ? null : hintId(id), error === undefined ? null : errorId(id)].filter(
    Boolean,
  );
  return {
    ...(ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {}),
    ...(error === undefined ? {} : { "aria-invalid": true as const }),
  };
}

type FieldFrameProps = {
  readonly children: ReactNode;
  readonly className?: string | undefined;
} & FieldText;

function FieldFrame({ id, label, hint, error, children, className }: FieldFrameProps) {
  return (
    <div className={clsx("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p id={hintId(id)} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={errorId(id)} className="flex items-start gap-1.5 text-sm text-blocked">
          <Icon of={CircleAlert} className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}

type InputProps = FieldText & Omit<ComponentProps<"input">, "id"> & { readonly mono?: boolean };

export function Input({ id, label, hint, error, mono = false, className, ...rest }: InputProps) {
  const text = { id, label, hint, error };
  return (
    <FieldFrame {...text} className={className}>
      <input
        id={id}
        className={clsx(CONTROL, "min-h-9", mono && "font-mono")}
        {...described(text)}
        {...rest}
      />
    </FieldFrame>
  );
}

type TextareaProps = FieldText & Omit<ComponentProps<"textarea">, "id">;

export function Textarea({ id, label, hint, error, className, ...rest }: TextareaProps) {
  const text = { id, label, hint, error };
  return (
    <FieldFrame {...text} className={className}>
      <textarea id={id} className={clsx(CONTROL, "py-1.5")} rows={3} {...described(text)} {...rest} />
    </FieldFrame>
  );
}

export type Option = {
  readonly value: string;
  readonly label: string;
};

type SelectProps = FieldText &
  Omit<ComponentProps<"select">, "id" | "children"> & { readonly options: readonly Option[] };

export function Select({ id, label, hint, error, options, className, ...rest }: SelectProps) {
  const text = { id, label, hint, error };
  return (
    <FieldFrame {...text} className={className}>
      <select id={id} className={clsx(CONTROL, "min-h-9")} {...described(text)} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type CheckboxProps = Omit<FieldText, "label"> & { readonly label: ReactNode } & Omit<
    ComponentProps<"input">,
    "id" | "type"
  >;

export function Checkbox({ id, label, hint, error, className, ...rest }: CheckboxProps) {
  return (
    <div className={clsx("flex gap-2.5", className)}>
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4.5 shrink-0 rounded-sm accent-accent"
        {...described({ id, label: "", hint, error })}
        {...rest}
      />
      <div className="min-w-0">
        <label htmlFor={id}>{label}</label>
        {hint === undefined ? null : (
          <p id={hintId(id)} className="text-sm text-muted">
            {hint}
          </p>
        )}
        {error === undefined ? null : (
          <p id={errorId(id)} className="text-sm text-blocked">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
