import { once } from "node:events"
import { connect, createServer } from "node:net"
import { setTimeout } from "node:timers/promises"
import { Problem } from "./problem"

/** @throws Problem when the port is taken, naming the variable that chooses another */
export async function assertPortFree(port: number, variable: string) {
  // The site listens on `localhost`, which is another address on some machines.
  if ((await accepts(port)) || (await accepts(port, "localhost")) || !(await canListen(port))) {
    throw new Problem(
      `Port ${port} is in use: end the program that holds it, or choose another with ${variable}.`,
    )
  }
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  if (address === null || typeof address === "string") throw new Error("No port was given.")
  return address.port
}

/** Resolves when something accepts connections on the port; rejects when the signal fires first. */
export async function waitForPort(port: number, signal: AbortSignal) {
  while (!(await accepts(port))) await setTimeout(10, undefined, { signal })
}

/** Whether something on this machine accepts connections on the port. */
export function accepts(port: number, host = "127.0.0.1") {
  return new Promise<boolean>((resolve) => {
    const socket = connect({ port, host })
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false))
    socket.once("connect", () => socket.destroy())
  })
}

function canListen(port: number) {
  return new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)))
  })
}
