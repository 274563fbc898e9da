import { ActionForm } from "@/components/ui/action-form";
import { Input } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { PASSWORD_CHARACTERS_MIN } from "@/lib/auth/password-policy";

import { setOwnNameAction, setOwnPasswordAction } from "./actions";

type AccountPanelProps = {
  readonly org: string;
  readonly name: string;
  readonly email: string;
};

/** One's own name and password, the same in every organization. */
export function AccountPanel({ org, name, email }: AccountPanelProps) {
  return (
    <Panel title="Your account" note={`${email}. It is the same in every organization you belong to.`}>
      <div className="grid gap-6 md:grid-cols-2">
        <ActionForm
          action={setOwnNameAction}
          hidden={{ org }}
          submit="Store the name"
          variant="secondary"
          size="sm"
        >
          <Input
            id="own-name"
            name="name"
            label="Your name"
            autoComplete="name"
            required
            defaultValue={name}
            hint="Stands beside what you attest."
            className="w-full max-w-md"
          />
        </ActionForm>
        <ActionForm
          action={setOwnPasswordAction}
          hidden={{ org }}
          submit="Change the password"
          variant="secondary"
          size="sm"
        >
          <Input
            id="current-password"
            name="currentPassword"
            type="password"
            label="Current password"
            autoComplete="current-password"
            required
            className="w-full max-w-md"
          />
          <Input
            id="new-password"
            name="newPassword"
            type="password"
            label="New password"
            autoComplete="new-password"
            required
            minLength={PASSWORD_CHARACTERS_MIN}
            hint={`At least ${String(PASSWORD_CHARACTERS_MIN)} characters. Every other session of yours is signed out.`}
            className="w-full max-w-md"
          />
        </ActionForm>
      </div>
    </Panel>
  );
}
