import { readableByCdn, router } from "./cdn"
import { common } from "./lambda"
import { links } from "./links"
import { mayUseTable, onDeadLetters, onPhotos } from "./permissions"
import { profile } from "./stage"

/** The site: its server's function, and its files. */
export const web = new sst.aws.Nextjs("Web", {
  buildCommand: "npm run bundle",
  router: { instance: router },
  dev: { command: "npx next dev", url: "http://localhost:3000" },
  link: links.server,
  server: {
    memory: `${profile.serverMemory} MB`,
    timeout: "20 seconds",
    architecture: "arm64",
    runtime: "nodejs24.x",
  },
  environment: common("api", []).environment,
  assets: {
    // What a page names by its hash stays: pages of the release before may be about for a while.
    purge: false,
    // The service worker, icons, the manifest: a release is seen within a minute or two.
    nonVersionedFilesCacheHeader:
      "public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400",
  },
  // Nothing that can change lives longer than that at the CDN, and pictures should not have to be fetched again.
  invalidation: false,
  transform: {
    assets: (bucket) => {
      // By itself it could be read by anybody's distribution.
      bucket.access = undefined
      bucket.policy = [readableByCdn(["_assets/*"])]
      bucket.cors = false
      return undefined
    },
    server: (server) => {
      const { environment, ...base } = common("api", [
        ...mayUseTable,
        ...(onPhotos.server ?? []),
        ...onDeadLetters,
      ])
      Object.assign(server, base)
      // By itself any site could call it.
      if (!$dev)
        server.url = $output(server.url).apply((url) => ({ ...(url as object), cors: false as const }))
      return undefined
    },
    // The router refuses its addresses, and it never runs; the platform makes it all the same.
    imageOptimizer: (optimizer) => {
      const { environment, ...base } = common("unused-image-optimizer", [])
      Object.assign(optimizer, base)
      optimizer.memory = "128 MB"
      optimizer.concurrency = { reserved: 0 }
      optimizer.url = $output(optimizer.url).apply((url) => ({ ...(url as object), cors: false as const }))
      return undefined
    },
  },
})
