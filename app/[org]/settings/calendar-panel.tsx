import { CalendarAddress } from "@/components/account/calendar-address";
import { ActionForm } from "@/components/ui/action-form";
import { Panel } from "@/components/ui/panel";
import type { StoredFeed } from "@/lib/data/calendar-feeds";
import { formatInstant } from "@/lib/wording/day";

import { makeCalendarAddressAction, revokeCalendarAddressAction } from "./actions";

type CalendarPanelProps = {
  readonly org: string;
  readonly feed: StoredFeed | null;
};

/** One's own calendar of last days, under an address that needs no password. */
export function CalendarPanel({ org, feed }: CalendarPanelProps) {
  return (
    <Panel
      title="Your calendar"
      note="An address for Outlook, Google or Apple Calendar with the last days of this organization on which money is lost, their entries and dollars. Whoever has the address reads the calendar without a password."
    >
      <div className="space-y-3">
        <p>{feed === null ? "No address is in force." : describe(feed)}</p>
        <CalendarAddress org={org} make={makeCalendarAddressAction} replaces={feed !== null} />
        {feed === null ? null : (
          <ActionForm
            action={revokeCalendarAddressAction}
            hidden={{ org }}
            submit="Revoke the address"
            variant="danger"
            size="sm"
          />
        )}
      </div>
    </Panel>
  );
}

const describe = ({ madeAt, fetchedAt }: StoredFeed): string =>
  `Made ${formatInstant(madeAt.toISOString())}, ${
    fetchedAt === null ? "not fetched yet" : `last fetched ${formatInstant(fetchedAt.toISOString())}`
  }.`;
