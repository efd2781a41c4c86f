// Runs a program and outlives whoever asked for it by just long enough to end that program: when stdin closes (a
// clean stop, or the launcher was killed with -9), the program and all it started are ended, so that nothing keeps
// a port. Plain JavaScript, because it must start in an instant and needs no loader.
// Usage: node guard.mjs <pid file> <text of the program's command line> <program> [arguments …]
import { spawn, spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"

const [pidFile, command, program, ...args] = process.argv.slice(2)
const graceMs = 2500
const windows = process.platform === "win32"

const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], detached: !windows })
child.on("error", (error) => {
  console.error(error.message)
  process.exit(127)
})

function end(signal) {
  try {
    if (windows) spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"])
    else process.kill(-child.pid, signal)
  } catch {
    // Already gone.
  }
}

function stop() {
  end("SIGTERM")
  setTimeout(end, graceMs, "SIGKILL")
}

try {
  writeFileSync(pidFile, JSON.stringify({ pid: child.pid, command }))
} catch (error) {
  console.error(error.message)
  stop()
}
process.stdin.resume().once("close", stop)
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop)
child.on("exit", (code) => {
  end("SIGKILL")
  process.exit(code ?? 1)
})
