/**
 * next/link and next/navigation in the language of the page. next-intl has the like, but it brings its
 * translator into every page, which is more than all of our own script for browsing.
 */
export { useLocale, usePathname, useRouter } from "./hooks"
export { Link } from "./link"
export { getPathname } from "./path"
export { permanentRedirect, redirect } from "./redirect"
