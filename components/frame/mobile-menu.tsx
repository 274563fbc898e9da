"use client";

import { Menu } from "lucide";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Native details, so it opens without a script; with one, every change of page starts it closed again. */
export function MobileMenu({ children }: { readonly children: ReactNode }) {
  const pathname = usePathname();
  return (
    <details key={pathname} className="group/menu">
      <summary className={`${buttonLook({ variant: "secondary", size: "md" })} list-none`}>
        <Icon of={Menu} className="size-4" />
        Menu
      </summary>
      <div className="absolute inset-x-0 top-full z-20 max-h-[80dvh] overflow-y-auto border-b border-line bg-surface p-3 shadow-lg">
        {children}
      </div>
    </details>
  );
}
