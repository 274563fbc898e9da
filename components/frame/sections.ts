import { FileCheck2, FileUp, LayoutDashboard, Rows3, Settings, Stamp, type LucideIcon } from "lucide-react";

export type Section = {
  /** The path below the organization's own; empty for the overview. */
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
};

export const SECTIONS: readonly Section[] = [
  { path: "", label: "Overview", icon: LayoutDashboard },
  { path: "/imports", label: "Imports", icon: FileUp },
  { path: "/entries", label: "Entries", icon: Rows3 },
  { path: "/declarations", label: "Declarations", icon: FileCheck2 },
  { path: "/claims", label: "Claims", icon: Stamp },
  { path: "/settings", label: "Settings", icon: Settings },
];
