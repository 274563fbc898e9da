import { formatInstant } from "./day";
import { escaped, oneLine } from "./mail-text";

/** Roles, and what each may do. */
export const ROLE_WORDS = {
  owner: {
    name: "Owner",
    article: "an owner",
    does: "An owner does what a preparer does, and changes settings, members and invitations.",
  },
  preparer: {
    name: "Preparer",
    article: "a preparer",
    does: "A preparer imports files, answers questions, builds, attests, signs off and downloads declarations, and follows claims.",
  },
  viewer: { name: "Viewer", article: "a viewer", does: "A viewer reads everything and changes nothing." },
} as const;

type RoleName = keyof typeof ROLE_WORDS;

/** For a choice between them: what each may do stands beside its name. */
export const ROLE_OPTIONS: readonly { readonly value: string; readonly label: string }[] = (
  Object.keys(ROLE_WORDS) as RoleName[]
).map((value) => ({ value, label: ROLE_WORDS[value].name }));

export const MEMBER_PROBLEM_WORDS = {
  "no-owner-any-more": "You are no owner of this organization any more, so nothing was changed.",
  "last-owner":
    "This is the last owner, and an organization without one could never have one again. Make somebody else an owner first.",
  "member-not-found": "This person is not a member any more. Load the page again.",
  "invitation-not-found": "This invitation is not open any more: it was accepted, replaced or revoked.",
} as const;

export const INVITE_PROBLEM_WORDS = {
  "no-owner-any-more": MEMBER_PROBLEM_WORDS["no-owner-any-more"],
  "already-member": "Somebody with this e-mail address is a member already.",
  "too-many-open": "50 invitations are open or ran out. Revoke some of them first.",
  "too-many-today": "100 invitations were made within a day. Try again tomorrow.",
} as const;

/** Why an invitation cannot be accepted, or not like this. */
export const ACCEPT_PROBLEM_WORDS = {
  "not-in-force":
    "This invitation is not in force any more: it was used, revoked or replaced, or it is older than seven days.",
  "other-address": "This invitation is for another e-mail address than yours.",
  "has-account": "This e-mail address has an account now. Load the page again and sign in with it.",
  "signed-out": "You are signed out. Load the page again and sign in.",
  "too-many": "Too many requests from your network. Try again later.",
} as const;

/** What became of the e-mail with the link, and what is left to do. @param delivery - null: none is sent here */
export function deliverySentence(email: string, delivery: "sent" | "not-sent" | "unknown" | null): string {
  switch (delivery) {
    case null:
      return `Invited. This installation sends no e-mail: hand the link to ${email} yourself.`;
    case "sent":
      return `Invited. The link was mailed to ${email}.`;
    case "not-sent":
      return `Invited, but the mail server did not take the e-mail. Hand the link to ${email} yourself.`;
    case "unknown":
      return `Invited, but the connection to the mail server broke: whether the e-mail was sent is not known. Ask ${email}, or hand the link over yourself.`;
  }
}

/** What an invitation says in an e-mail. */
export type InvitationFacts = {
  readonly organization: string;
  readonly inviter: string;
  readonly role: RoleName;
  readonly expiresAt: Date;
};

export const invitationSubject = ({ inviter, organization }: InvitationFacts): string =>
  `${oneLine(inviter)} invites you to ${oneLine(organization)} in CapeDesk`;

const invitationLines = (facts: InvitationFacts): readonly [string, string, string] => [
  `${invitationSubject(facts)}, as ${ROLE_WORDS[facts.role].article}. ${ROLE_WORDS[facts.role].does}`,
  `The link works once, until ${formatInstant(facts.expiresAt.toISOString())}. It is meant for you alone: whoever has it can join in your place.`,
  "If you did not expect this, leave it: nothing happens without the link.",
];

export function invitationText(facts: InvitationFacts, link: string): string {
  const [what, until, otherwise] = invitationLines(facts);
  return [what, `Accept the invitation: ${link}`, until, otherwise].join("\n\n");
}

/** Text with one link: nothing that is fetched when it is read. */
export function invitationHtml(facts: InvitationFacts, link: string): string {
  const [what, until, otherwise] = invitationLines(facts).map(escaped);
  return [
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(invitationSubject(facts))}</title><body>`,
    `<p>${what ?? ""}</p><p><a href="${escaped(link)}">Accept the invitation</a></p>`,
    `<p>${until ?? ""}</p><p>${otherwise ?? ""}</p></body></html>`,
  ].join("\n");
}
