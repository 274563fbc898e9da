import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { env } from "@/lib/env";
import "./globals.css";

// Every page carries the nonce of its own request, so none may be built ahead of time.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  metadataBase: new URL(env.APP_URL),
  title: { default: "CapeDesk", template: "%s · CapeDesk" },
  description: "Find, check and file IEEPA duty refunds through CAPE, on your own machine.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f8f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1013" },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body className="min-h-dvh font-sans antialiased">{children}</body>
    </html>
  );
}
