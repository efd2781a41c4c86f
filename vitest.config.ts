import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const names = "app bench bundle components core functions i18n local messages ops scripts testing".split(" ")
const folders = `{${names.join(",")}}`
/** Start many processes, and need neither table nor storage. */
const scripts = "scripts/**/*.test.ts"
/** What needs no table and no storage. */
const pure = ["{bench,bundle,components,i18n,messages}/**/*.test.{ts,tsx}", "core/image/**/*.test.ts"]
const tests = `${folders}/**/*.test.{ts,tsx}`
const crashes = `${folders}/**/*.crash.test.ts`
/** They need an emulator of AWS, which Node alone does not have: `npm run test:aws`. */
const aws = `${folders}/**/*.aws.test.ts`
/** They call what `npm run bundle` made. */
const bundles = "bundle/**/*.bundle.test.ts"
const corpora = `${folders}/**/*.thorough.test.ts`

const notUnit = [...pure, scripts, crashes, corpora, aws]
/** The files with slow tests: the others need not be loaded for them. */
const slow = names
  .flatMap((name) =>
    readdirSync(here(name), { recursive: true, encoding: "utf8" }).map((file) => `${name}/${file}`),
  )
  .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(here(file), "utf8").includes("testing/slow"))

/** A machine that others use too may be slow for once; what needed its second chance is shown with `retry x1`. */
const retry = process.env.CI ? 1 : 0

const shared = {
  oxc: { jsx: { runtime: "automatic" as const } },
  resolve: {
    alias: [
      // It throws outside Next's server; here the tests are the server.
      { find: "server-only", replacement: here("testing/server-only.ts") },
      { find: /^@\//, replacement: here("./") },
    ],
  },
}

/** Tests against the embedded table and storage, which are started once for all of them. */
const embedded = {
  retry,
  globalSetup: "testing/global-setup.ts",
  setupFiles: ["testing/console.ts", "testing/setup.ts"],
  // Its imports of Next lack the endings that Node wants.
  server: { deps: { inline: ["next-intl"] } },
  testTimeout: 180_000,
  hookTimeout: 600_000,
}

export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2,
    tags: [
      { name: "slow", description: "`npm run thorough` runs it, `npm run check` does not wait for it." },
    ],
    projects: [
      {
        ...shared,
        test: {
          ...embedded,
          name: "unit",
          include: [tests],
          exclude: notUnit,
        },
      },
      { ...shared, test: { ...embedded, name: "slow", include: slow, exclude: notUnit } },
      {
        ...shared,
        test: {
          name: "pure",
          include: pure,
          exclude: [corpora, bundles],
          setupFiles: "testing/console.ts",
          pool: "threads",
          isolate: false,
        },
      },
      // The program of infra/, evaluated as a deployment would run it; it needs no table and no storage.
      {
        ...shared,
        test: {
          name: "infra",
          include: ["infra/**/*.test.ts"],
          globalSetup: "infra/evaluate/setup.ts",
          env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
          setupFiles: "testing/console.ts",
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        ...shared,
        test: {
          name: "scripts",
          retry,
          include: [scripts],
          setupFiles: "testing/console.ts",
          testTimeout: 60_000,
        },
      },
      // Whole corpora: every hostile file, every endpoint, every public byte. `npm test` runs them too.
      { ...shared, test: { ...embedded, name: "thorough", include: [corpora], testTimeout: 400_000 } },
      {
        ...shared,
        test: {
          name: "aws",
          include: [aws],
          globalSetup: "testing/aws/global-setup.ts",
          setupFiles: ["testing/console.ts", "testing/aws/setup.ts"],
          testTimeout: 60_000,
          // They share the emulator, and empty it.
          fileParallelism: false,
        },
      },
      // Calls the built server and functions with genuine events: `npm test` runs them once everything is built.
      {
        ...shared,
        test: {
          ...embedded,
          name: "bundle",
          include: [bundles],
          testTimeout: 400_000,
          fileParallelism: false,
        },
      },
      // Kills processes at every point and counts what is left: `npm test` runs them, `npm run check` does not wait.
      { ...shared, test: { ...embedded, name: "crash", include: [crashes], testTimeout: 400_000 } },
    ],
  },
})
