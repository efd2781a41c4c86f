import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import path from "node:path"
import { accepts, freePort } from "../../local/port"

const instructions = `moto_server is not here: it stands in for AWS in these tests. It comes from PyPI:

  python3 -m venv .venv && .venv/bin/pip install 'moto[server]==5.2.1' awscli

It is looked for in MOTO_SERVER, .venv/bin and the PATH.`

function find(): string {
  const folders = [path.resolve(".venv/bin"), ...(process.env.PATH ?? "").split(path.delimiter)]
  const found = [process.env.MOTO_SERVER, ...folders.map((folder) => path.join(folder, "moto_server"))].find(
    (file) => file && existsSync(file),
  )
  if (!found) throw new Error(instructions)
  return found
}

/**
 * Starts an emulator of the AWS APIs on a free port of loopback.
 * @throws Error with instructions when it is not installed, or what it said when it does not start
 */
export async function startMoto(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const child = spawn(find(), ["-H", "127.0.0.1", "-p", String(port)], {
    stdio: ["ignore", "ignore", "pipe"],
  })
  let said = ""
  let running = true
  child.stderr.on("data", (data) => {
    said += data
  })
  const ended = once(child, "close").then(() => {
    running = false
  })
  for (const end = Date.now() + 60_000; !(await accepts(port)); ) {
    if (!running || Date.now() > end) throw new Error(`moto_server did not start: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const url = `http://127.0.0.1:${port}`
  // Functions answer what a test says; running them would need containers.
  const config = JSON.stringify({ lambda: { use_docker: false } })
  await fetch(`${url}/moto-api/config`, { method: "POST", body: config })
  return {
    url,
    async stop() {
      child.kill()
      await ended
    },
  }
}
