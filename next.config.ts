import type { NextConfig } from "next";

const config: NextConfig = {
  // Types are checked by `npm run types`, tests included; checking them again would add 15 seconds to a first start.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Native modules, drivers that open sockets and what reads its own files are loaded by Node as they are, not bundled.
  serverExternalPackages: ["@node-rs/argon2", "nodemailer", "pdfkit", "pg", "pg-boss", "pg-copy-streams"],
  // Otherwise a lock file in some parent folder would make Next take that folder for the project.
  turbopack: { root: import.meta.dirname },
};

export default config;
