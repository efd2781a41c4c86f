import { dependencies } from "../package.json"

/** What the platform's `nodejs` argument says of a function; see `esbuildOptions` for what it makes of it. */
export type Packaging = {
  minify: boolean
  /** Packages that stay packages, with their versions: native code, or files that are found by their place. */
  install?: Record<string, string>
}

const installs: Partial<Record<string, Record<string, string>>> = {
  "photo-uploaded": { sharp: dependencies.sharp, "libheif-js": dependencies["libheif-js"] },
}

/**
 * How a function is packed: the platform and the bundles that are tested take it from here. Not minified, so that a
 * stack in the log can be read without a source map, which stays out of the package.
 */
export function packagingOf(name: string): Packaging {
  const install = installs[name]
  return { minify: false, ...(install ? { install } : {}) }
}
