import { fork } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { Usage } from "./usage"

/**
 * The same for everybody. glibc keeps an arena a thread, each of which grows: the product's function runs with one.
 * sharp tells its own library where it lives when it is loaded, which would lead an installed vips astray.
 */
export const environment = { ...process.env, MALLOC_ARENA_MAX: "1", LC_ALL: "C", VIPSHOME: undefined }

/** Measures one of the ways in `ways/`, in a process of its own. @throws when it fails */
export const runWay = (...args: [way: string, photo: string, tiny: string, folder: string]): Promise<Usage> =>
  runModule("./child.ts", args)

/** Runs a module of this folder and gives what it sends. @throws when it sends nothing */
export function runModule<Answer>(module: string, args: string[] = []): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(module, import.meta.url)), args, {
      env: environment,
      execArgv: ["--import", import.meta.resolve("tsx")],
    })
    child.once("message", (answer) => resolve(answer as Answer))
    child.once("error", reject)
    child.once("exit", (code) => reject(new Error(`${[module, ...args].join(" ")} ended with ${code}.`)))
  })
}
