import { buttonLook } from "@/components/ui/button-look";

const START = "/";

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center gap-4 px-4 py-16">
      <p className="font-mono text-sm text-muted">404</p>
      <h1 className="text-2xl font-semibold tracking-tight">There is nothing at this address</h1>
      <p className="text-muted">
        The page may have moved, or it belongs to an organization you are not a member of. Your data is
        unchanged.
      </p>
      <p>
        {/* A plain link: Next sends what this page needs along with every other page. */}
        <a href={START} className={buttonLook({})}>
          Go to the start
        </a>
      </p>
    </main>
  );
}
