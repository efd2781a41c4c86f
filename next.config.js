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
  // `npm run types` checks them, for everything and not for the pages alone.
  typescript: { ignoreBuildErrors: true },
}

export default withNextIntl(nextConfig)
