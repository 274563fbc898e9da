import type { Metadata } from "next";

import { SessionsTable } from "@/components/account/sessions-table";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Checkbox, Select } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { currentSession } from "@/lib/auth/session";
import { calendarFeedOf } from "@/lib/data/calendar-feeds";
import { digestSettingOf } from "@/lib/data/digests";
import { importersOf, type Importer } from "@/lib/data/importers";
import { organizationSettingsOf } from "@/lib/data/organization-settings";
import { sessionsOf } from "@/lib/data/sessions";
import { inOrganization } from "@/lib/data/tenant";
import { userName } from "@/lib/data/users";
import type { RateClass } from "@/lib/domain";
import { env } from "@/lib/env";
import { mailerOf } from "@/lib/mail/mailer";
import { rhythmOf } from "@/lib/usecases/send-digest";
import { RATE_CLASS_NAMES } from "@/lib/wording/interest";

import { filingQuestion } from "../filing-right-rows";
import { endOtherSessionsAction, setAddingUnaskedAction, setImporterTermsAction } from "./actions";
import { AccountPanel } from "./account-panel";
import { CalendarPanel } from "./calendar-panel";
import { DigestPanel } from "./digest-panel";
import { FilingPanels } from "./filing-panels";

export const metadata: Metadata = { title: "Settings" };

type SettingsPageProps = {
  readonly params: Promise<{ org: string }>;
};

export default async function SettingsPage({ params }: SettingsPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/settings`);
  const { name, importers, addsFilesUnasked, feed, rhythm, filing, question } = await inOrganization(
    scope,
    async (t) => ({
      name: await userName(t),
      feed: await calendarFeedOf(t).find(),
      rhythm: rhythmOf(await digestSettingOf(t).rhythm(), scope.role),
      importers: await importersOf(t).list(),
      addsFilesUnasked: await organizationSettingsOf(t).addsFilesUnasked(),
      filing: await organizationSettingsOf(t).filing(),
      question: await filingQuestion(t),
    }),
  );
  const session = await currentSession();
  const sessions = await sessionsOf(scope.userId);
  const mayWrite = roleMay(scope.role, "settings:write");

  return (
    <>
      <PageHeader
        title="Settings"
        note={scope.orgName}
        actions={
          <LinkButton href={`/${org}/settings/members`} variant="secondary">
            Members
          </LinkButton>
        }
      />
      <Panel
        title="Importers of record"
        note="The class decides the interest rate: CBP pays corporations one percentage point less (26 U.S.C. 6621(a)(1)). The way of paying decides the day interest starts, where no file shows it."
      >
        {importers.length === 0 ? (
          <EmptyState title="No importer yet">
            Importers appear with the first import that names them.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {importers.map((importer) => (
              <li key={importer.number} className="py-3">
                <ImporterTermsForm importer={importer} org={scope.orgSlug} mayWrite={mayWrite} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <FilingPanels org={scope.orgSlug} filing={filing} question={question} mayWrite={mayWrite} />
      <Panel
        title="Adding files"
        note="Every file is shown first, with what it would change. This leaves the question out where there is little to decide."
      >
        {mayWrite ? (
          <ActionForm
            action={setAddingUnaskedAction}
            hidden={{ org: scope.orgSlug }}
            submit="Store the setting"
            variant="secondary"
            size="sm"
          >
            <Checkbox
              id="unasked"
              name="unasked"
              value="yes"
              defaultChecked={addsFilesUnasked}
              label="Add a file without asking when it only adds entries"
              hint="Only where every column was recognised, and nothing that is in the books is changed or contradicted. Every import can be undone."
            />
          </ActionForm>
        ) : (
          <p>
            {addsFilesUnasked
              ? "Files that only add entries go into the books without a question."
              : "Every file is shown before it is added."}
          </p>
        )}
      </Panel>
      <DigestPanel
        org={scope.orgSlug}
        rhythm={rhythm}
        email={scope.userEmail}
        mails={mailerOf(env) !== null}
      />
      <CalendarPanel org={scope.orgSlug} feed={feed} />
      <AccountPanel org={scope.orgSlug} name={name} email={scope.userEmail} />
      <Panel
        title="Your sessions"
        note="A session ends after 12 hours without use, and after 7 days in any case."
        flush
      >
        <SessionsTable
          rows={sessions.map((each) => ({
            id: each.id,
            current: each.id === session?.id,
            address: each.address,
            userAgent: each.userAgent,
            createdAt: each.createdAt.toISOString(),
            lastSeenAt: each.lastSeenAt.toISOString(),
          }))}
        />
        {sessions.length > 1 ? (
          <div className="border-t border-line px-4 py-3">
            <ActionForm
              action={endOtherSessionsAction}
              hidden={{ org: scope.orgSlug }}
              submit="Sign out everywhere else"
              variant="secondary"
            />
          </div>
        ) : null}
      </Panel>
    </>
  );
}

type ImporterTermsFormProps = {
  readonly importer: Importer;
  readonly org: string;
  readonly mayWrite: boolean;
};

const CLASSES = (Object.keys(RATE_CLASS_NAMES) as RateClass[]).map((value) => ({
  value,
  label: RATE_CLASS_NAMES[value],
}));

function ImporterTermsForm({ importer, org, mayWrite }: ImporterTermsFormProps) {
  const { number, name, rateClass, paysMonthly } = importer;
  const title = (
    <p>
      {name} <span className="font-mono text-muted">{number}</span>
    </p>
  );
  if (!mayWrite)
    return (
      <div>
        {title}
        <p className="text-sm text-muted">
          {RATE_CLASS_NAMES[rateClass]}; {paysMonthly ? "monthly statement" : "pays entry by entry"}
        </p>
      </div>
    );
  return (
    <ActionForm
      action={setImporterTermsAction}
      hidden={{ org, importer: number }}
      submit="Store the terms"
      variant="secondary"
      size="sm"
    >
      {title}
      <Select
        id={`class-${number}`}
        name="rateClass"
        label="Class for interest"
        options={CLASSES}
        defaultValue={rateClass}
        className="max-w-xs"
      />
      <Checkbox
        id={`monthly-${number}`}
        name="paysMonthly"
        value="yes"
        defaultChecked={paysMonthly}
        label="Pays duty by periodic monthly statement"
        hint="Interest then starts on the 15th working day of the month after entry (19 U.S.C. 1505(a)). A payment date or a statement column in a file wins, because it is about the entry itself."
      />
    </ActionForm>
  );
}
