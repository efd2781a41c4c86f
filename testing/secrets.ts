import { vi } from "vitest"
import { config } from "../core/config"

type Name = Parameters<typeof config.secret>[0]

/** Runs something while a secret has other versions. */
export async function withSecret<T>(name: Name, versions: string, run: () => T | Promise<T>): Promise<T> {
  const original = config.secret.bind(config)
  const spy = vi
    .spyOn(config, "secret")
    .mockImplementation((asked) => (asked === name ? versions : original(asked)))
  try {
    return await run()
  } finally {
    spy.mockRestore()
  }
}

/** A secret after a rotation: a new version first, the present ones still accepted. */
export const rotated = (name: Name) => `next:${"n".repeat(32)},${config.secret(name)}`

/** A secret whose present versions were retired. */
export const retired = `next:${"n".repeat(32)}`
