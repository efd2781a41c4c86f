import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const folders = "{app,components,core,functions,local,messages,testing,i18n}"
const tests = `${folders}/**/*.test.{ts,tsx}`
const crashes = `${folders}/**/*.crash.test.ts`

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  resolve: {
    alias: [
      // It throws outside Next's server; here the tests are the server.
      { find: "server-only", replacement: here("testing/server-only.ts") },
      { find: /^@\//, replacement: here("./") },
    ],
  },
  test: {
    globalSetup: "testing/global-setup.ts",
    setupFiles: "testing/setup.ts",
    // Its imports of Next lack the endings that Node wants.
    server: { deps: { inline: ["next-intl"] } },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "unit", include: [tests], exclude: [crashes] } },
      // Kills processes at every point and counts what is left: `npm test` runs them, `npm run check` does not wait.
      { extends: true, test: { name: "crash", include: [crashes], testTimeout: 120_000 } },
    ],
  },
})
