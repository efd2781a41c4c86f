import { once } from "node:events"
import { type AddressInfo, createServer, type Socket } from "node:net"

const listen = async (onConnect: (socket: Socket) => void) => {
  const server = createServer(onConnect).listen(0, "127.0.0.1")
  await once(server, "listening")
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** An address where nobody listens. */
export async function closedPort(): Promise<string> {
  const { server, url } = await listen(() => {})
  server.close()
  await once(server, "close")
  return url
}

/** A server that takes every connection and never says a word. */
export async function silentServer() {
  const sockets = new Set<Socket>()
  const { server, url } = await listen((socket) => sockets.add(socket.on("error", () => {})))
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { url, close }
}
