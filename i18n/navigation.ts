import { createNavigation } from "next-intl/navigation"
import { routing } from "./routing"

/** next/link and next/navigation that keep the language of the page. */
export const { Link, redirect, permanentRedirect, usePathname, useRouter, getPathname } =
  createNavigation(routing)
