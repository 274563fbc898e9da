/**
 * What a form's action answers, for `useActionState`. Structurally the `FormState` of components/ui, which may not
 * import from here. A success that leads elsewhere redirects on the server instead, so that it works without scripts.
 */
export type ActionState =
  | { readonly kind: "idle" }
  | {
      readonly kind: "done";
      readonly sentence: string;
      /** A secret that is kept nowhere: it is shown with this answer or never. */
      readonly shownOnce?: string;
    }
  | {
      readonly kind: "failed";
      readonly sentence: string;
      /** One sentence for each field that is wrong. */
      readonly fields?: Readonly<Record<string, string>>;
      /** What to put back into the fields; never a password. */
      readonly values?: Readonly<Record<string, string>>;
    };
