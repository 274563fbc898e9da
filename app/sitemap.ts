import type { MetadataRoute } from "next";

import { env } from "@/lib/env";

import { PUBLIC_PATHS } from "./public-pages";

// The address of the installation is known when it runs, not when it is built.
export const dynamic = "force-dynamic";

export default function sitemap(): MetadataRoute.Sitemap {
  return PUBLIC_PATHS.map((path) => ({ url: `${env.APP_URL}${path}` }));
}
