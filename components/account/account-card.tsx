import type { ReactNode } from "react";
import { PublicFrame } from "@/components/frame/public-frame";

type AccountCardProps = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
  /** The other way: "No account yet? Create one". */
  readonly foot?: ReactNode;
};

/** The page with the narrow card that holds the sign-in or the sign-up form. */
export function AccountCard({ title, note, children, foot }: AccountCardProps) {
  return (
    <PublicFrame>
      <div className="mx-auto w-full max-w-md space-y-4">
        <div className="space-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {note === undefined ? null : <p className="text-muted">{note}</p>}
        </div>
        <div className="rounded-lg border border-line bg-surface p-5">{children}</div>
        {foot === undefined ? null : <p className="text-sm text-muted">{foot}</p>}
      </div>
    </PublicFrame>
  );
}
