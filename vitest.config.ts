import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

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
    include: ["{app,components,core,functions,local,messages,testing,i18n}/**/*.test.{ts,tsx}"],
    globalSetup: "testing/global-setup.ts",
    setupFiles: "testing/setup.ts",
    // Its imports of Next lack the endings that Node wants.
    server: { deps: { inline: ["next-intl"] } },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
