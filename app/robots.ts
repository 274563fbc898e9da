import type { MetadataRoute } from "next";

import { env } from "@/lib/env";

// As the sitemap: it names the address of the installation.
export const dynamic = "force-dynamic";

/** The public pages and the doors, nothing else; organizations have names of their own, so everything else is closed. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: [
        "/$",
        "/sign-in$",
        "/sign-up$",
        "/ask$",
        "/tools",
        "/library",
        "/samples/",
        "/templates/",
        "/_next/static/",
      ],
      disallow: "/",
    },
    sitemap: `${env.APP_URL}/sitemap.xml`,
  };
}
