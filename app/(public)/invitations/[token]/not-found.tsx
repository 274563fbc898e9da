import { AccountCard } from "@/components/account/account-card";
import { LinkButton } from "@/components/ui/button";

/** One page for every link that opens nothing: what it once was, or whose, is nobody's to learn. */
export default function InvitationNotInForce() {
  return (
    <AccountCard title="This invitation is not in force">
      <div className="space-y-4">
        <p>
          It was used, revoked or replaced by a newer one, it is older than seven days, or a part of its link
          is missing. Ask whoever invited you for a new one.
        </p>
        <LinkButton href="/" variant="secondary">
          Go to the start
        </LinkButton>
      </div>
    </AccountCard>
  );
}
