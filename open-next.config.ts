import type { OpenNextConfig } from "@opennextjs/aws/types/open-next.js"

/** How the production build becomes the server's function: `npm run bundle`. */
const config: OpenNextConfig = {
  default: {
    // Whole answers, as an HTTP API wants them (payload 2.0); it cannot pass on a stream.
    override: { wrapper: "aws-lambda", converter: "aws-apigw-v2" },
    minify: false,
  },
  // Every page is rendered when it is asked for; the CDN keeps it. There is nothing to revalidate.
  dangerous: { disableIncrementalCache: true, disableTagCache: true },
  // Pictures are made when they are uploaded; the CDN blocks `/_next/image`. Its function has to be there, sharp has not.
  imageOptimization: { loader: "dummy", install: false as unknown as undefined },
  buildCommand: "npx --no-install next build",
}

export default config
