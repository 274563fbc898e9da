import {
  BookOpen,
  FileCheck2,
  FileUp,
  Layers,
  LayoutDashboard,
  Percent,
  Rows3,
  Scale,
  Settings,
  Stamp,
  type LucideIcon,
} from "lucide-react";

export type Section = {
  /** The path below the organization's own; empty for the overview. */
  readonly path: string;
  /** A page for everybody, outside the organization: the path is the whole address. */
  readonly everybodys?: true;
  readonly label: string;
  readonly icon: LucideIcon;
};

export const SECTIONS: readonly Section[] = [
  { path: "", label: "Overview", icon: LayoutDashboard },
  { path: "/imports", label: "Imports", icon: FileUp },
  { path: "/entries", label: "Entries", icon: Rows3 },
  { path: "/stacking", label: "Stacking", icon: Layers },
  { path: "/rates", label: "Ordinary rates", icon: Percent },
  { path: "/declarations", label: "Declarations", icon: FileCheck2 },
  { path: "/claims", label: "Claims", icon: Stamp },
  { path: "/rules", label: "Rules", icon: Scale },
  { path: "/library/rules", label: "Library", icon: BookOpen, everybodys: true },
  { path: "/settings", label: "Settings", icon: Settings },
];
