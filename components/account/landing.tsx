import { X } from "lucide";
import { PublicFrame } from "@/components/frame/public-frame";
import { buttonLook } from "@/components/ui/button-look";
import { Icon } from "@/components/ui/icon";
import { PlainLink } from "@/components/ui/plain-link";
import { Steps } from "@/components/ui/steps";
import { PUBLIC_TOOLS } from "@/lib/wording/library";

const STEPS = [
  {
    title: "Import what you have",
    detail:
      "ES-003 from ACE, a broker's line report, a liquidation list. Every row is used or set aside with its reason.",
  },
  {
    title: "See every entry in one lane",
    detail:
      "Each with the facts, the law and how sure it is, with the refundable duty and the interest to the cent.",
  },
  {
    title: "Download the CAPE Declaration and file it yourself",
    detail:
      "Byte-exact files within CBP's limits, twelve readiness points, and the clicks in ACE beside them.",
  },
  {
    title: "Follow the claim until the money is there",
    detail:
      "CBP's answers in its own words with their meaning, and only the failed entries in the next file.",
  },
];

const NOT_DONE = [
  "It does not file for you, and it never asks for an ACE password.",
  "It stores no bank account number.",
  "It sends nothing to anybody: files and figures stay on the machine it runs on.",
  "It gives no legal advice, and takes no share of a refund.",
];

type LandingProps = {
  readonly signInHref: string;
  readonly signUpHref: string;
};

/** What it is in three sentences, the two doors, how it goes, and what it does not do. */
export function Landing({ signInHref, signUpHref }: LandingProps) {
  return (
    <PublicFrame>
      <div className="space-y-14">
        <section className="max-w-2xl space-y-5 pt-6 sm:pt-12">
          <h1 className="text-3xl font-semibold tracking-tight text-balance">
            The ledger for IEEPA duty refunds
          </h1>
          <p className="text-lg text-muted">
            CapeDesk reads your entry reports and tells, line by line, which duty was IEEPA, what of it comes
            back, and with how much interest. It puts every entry into one lane with its reasons and its last
            day, and writes the CAPE Declaration that you upload in ACE yourself. It runs on your own machine,
            for importers of record and licensed customs brokers.
          </p>
          <div className="flex flex-wrap gap-2">
            <a href={signUpHref} className={buttonLook({})}>
              Create an account
            </a>
            <a href={signInHref} className={buttonLook({ variant: "secondary" })}>
              Sign in
            </a>
          </div>
        </section>
        <section className="space-y-2">
          <h2 className="text-lg font-semibold">Without an account</h2>
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {PUBLIC_TOOLS.map(({ href, title }) => (
              <li key={href}>
                <PlainLink href={href}>{title}</PlainLink>
              </li>
            ))}
            <li>
              <PlainLink href="/tools">All tools and reference</PlainLink>
            </li>
            <li>
              <PlainLink href="/library">Library</PlainLink>
            </li>
          </ul>
        </section>
        <div className="grid gap-10 border-t border-line pt-10 md:grid-cols-2">
          <section className="space-y-4">
            <h2 className="text-lg font-semibold">How it goes</h2>
            <Steps steps={STEPS} />
          </section>
          <section className="space-y-4">
            <h2 className="text-lg font-semibold">What it does not do</h2>
            <ul className="space-y-3">
              {NOT_DONE.map((sentence) => (
                <li key={sentence} className="flex gap-3">
                  <Icon of={X} className="mt-0.5 size-4.5 shrink-0 text-muted" />
                  {sentence}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </PublicFrame>
  );
}
