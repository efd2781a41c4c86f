import { execFile } from "node:child_process"
import { promisify } from "node:util"
import type { Person } from "./fixtures"

const run = promisify(execFile)

/** Gives a role as whoever is on call does; it is theirs from their next sign-in on. */
export async function promote({ handle }: Pick<Person, "handle">, role: "moderator" | "admin") {
  const port = Number(process.env.E2E_PORT ?? 3100)
  await run(
    process.execPath,
    ["--import", "tsx", "ops/main.ts", "user", "promote", handle, "--role", role, "--yes"],
    {
      env: {
        ...process.env,
        PORT: String(port),
        LOCAL_DYNAMODB_PORT: String(port + 1),
        LOCAL_S3_PORT: String(port + 2),
        LOCAL_DESK_PORT: String(port + 3),
        LOCAL_DATA: `${process.env.E2E_DATA}/data`,
      },
    },
  )
}
