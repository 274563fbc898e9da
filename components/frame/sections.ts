import {
  Banknote,
  BookOpen,
  CalendarClock,
  FileCheck2,
  FileUp,
  HandCoins,
  Inbox,
  Layers,
  LayoutDashboard,
  Percent,
  Rows3,
  Scale,
  Settings,
  Stamp,
  type IconNode,
} from "lucide";

export type Section = {
  /** The path below the organization's own; empty for the overview. */
  readonly path: string;
  /** A page for everybody, outside the organization: the path is the whole address. */
  readonly everybodys?: true;
  readonly label: string;
  readonly icon: IconNode;
  /** Which count stands beside the label, while there is something to count. */
  readonly counted?: "unread";
};

export const SECTIONS: readonly Section[] = [
  { path: "", label: "Overview", icon: LayoutDashboard },
  { path: "/imports", label: "Imports", icon: FileUp },
  { path: "/entries", label: "Entries", icon: Rows3 },
  { path: "/stacking", label: "Stacking", icon: Layers },
  { path: "/rates", label: "Ordinary rates", icon: Percent },
  { path: "/declarations", label: "Declarations", icon: FileCheck2 },
  { path: "/claims", label: "Claims", icon: Stamp },
  { path: "/refunds", label: "Refunds", icon: HandCoins },
  { path: "/deadlines", label: "Deadlines", icon: CalendarClock },
  { path: "/cash", label: "Expected cash", icon: Banknote },
  { path: "/inbox", label: "Inbox", icon: Inbox, counted: "unread" },
  { path: "/rules", label: "Rules", icon: Scale },
  { path: "/library", label: "Library", icon: BookOpen, everybodys: true },
  { path: "/settings", label: "Settings", icon: Settings },
];
