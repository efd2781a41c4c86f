import createNextIntlPlugin from "next-intl/plugin"

const withNextIntl = createNextIntlPlugin("./i18n/request.ts")

/** @type {import("next").NextConfig} */
const nextConfig = {
  // Several copies can be built side by side, each in a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Everybody gets a page's title and cards in its head at once, not only the robots that Next knows by name.
  htmlLimitedBots: /.*/,
  devIndicators: false,
  // The short address of a person, as people write it.
  redirects: async () =>
    ["", "/:locale(ja)"].map((language) => ({
      source: `${language}/@:handle/:rest*`,
      destination: `${language.replace("(ja)", "")}/u/:handle/:rest*`,
      permanent: true,
    })),
  // Next would leave them outside of what it bundles: some hundred files to open before the first answer.
  transpilePackages: ["@aws-sdk/client-s3", "@aws-sdk/s3-presigned-post"],
  // What the server's function never opens: fonts' measures are for builds, the others for React's experiments and
  // for development.
  outputFileTracingExcludes: {
    "*": [
      "node_modules/next/dist/server/capsize-font-metrics.json",
      "node_modules/next/dist/compiled/next-server/*-experimental.runtime.prod.js",
    ],
  },
  // `npm run types` checks them, for everything and not for the pages alone.
  typescript: { ignoreBuildErrors: true },
}

export default withNextIntl(nextConfig)
