/**
 * What a form's action answers. `fields` holds one sentence per field name; `values` what to put back into the fields;
 * `shownOnce` a secret that cannot be shown again.
 */
export type FormState =
  | { readonly kind: "idle" }
  | { readonly kind: "done"; readonly sentence: string; readonly shownOnce?: string }
  | {
      readonly kind: "failed";
      readonly sentence: string;
      readonly fields?: Readonly<Record<string, string>>;
      readonly values?: Readonly<Record<string, string>>;
    };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export const IDLE: FormState = { kind: "idle" };
