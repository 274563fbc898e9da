import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";

type EmptyOverviewProps = {
  readonly importsHref: string;
  readonly templateHref: string;
  /** Loads the synthetic sample files; null where that is not offered. */
  readonly loadSample: {
    readonly action: FormAction;
    readonly hidden: Readonly<Record<string, string>>;
  } | null;
};

/** The first page of a new organization: three ways to begin. */
export function EmptyOverview({ importsHref, templateHref, loadSample }: EmptyOverviewProps) {
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <Panel title="Import your entries">
        <div className="space-y-3">
          <p className="text-muted">
            Pull report ES-003 in ACE with the liquidation columns added, or take your broker&apos;s line
            report, and drop it here. Every row is accounted for.
          </p>
          <LinkButton href={importsHref}>Import a file</LinkButton>
        </div>
      </Panel>
      {loadSample === null ? null : (
        <Panel title="Look around with sample data">
          <div className="space-y-3">
            <p className="text-muted">
              Invented entries that show how the lanes are told apart. Use an organization of its own for
              them.
            </p>
            <ActionForm
              action={loadSample.action}
              hidden={loadSample.hidden}
              submit="Try with sample data"
              pending="Loading the sample"
              variant="secondary"
            />
          </div>
        </Panel>
      )}
      <Panel title="Fill in the template">
        <div className="space-y-3">
          <p className="text-muted">
            No report at hand? The template names every column, which ones are required, and how a value
            looks.
          </p>
          <LinkButton href={templateHref} variant="secondary" download>
            Download the template
          </LinkButton>
        </div>
      </Panel>
    </div>
  );
}
