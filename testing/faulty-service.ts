import { createServer, request as forward } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { setTimeout as sleep } from "node:timers/promises"

/** A call that somebody makes of a service: `Query` of the table, `PUT` of storage. */
export type ServiceCall = { operation: string; path: string; body: string }
/** What goes wrong: a refusal in its place, or so many milliseconds that it takes longer. */
export type ServiceFault = { status: number; type: string; body: string } | { delay: number }

/** How the table refuses, as its own protocol says it. */
export const refusal = (name: string, message = name): ServiceFault => ({
  status: 400,
  type: "application/x-amz-json-1.0",
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message }),
})

/** How storage refuses. */
export const denied: ServiceFault = {
  status: 403,
  type: "application/xml",
  body: "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
}

/**
 * Stands before a service on loopback: everything goes through, but for what `fault` answers otherwise. The clients
 * that are led here see real answers of a real connection, and try again as they do.
 * @param target where the service is; what was signed for it stays valid
 */
export async function faultyService(target: string) {
  let fault: (call: ServiceCall) => ServiceFault | undefined = () => undefined
  const { hostname, port } = new URL(target)
  const server = createServer(async (incoming, outgoing) => {
    const bytes = await buffer(incoming)
    const { method = "GET", url: path = "/", headers } = incoming
    const operation = String(headers["x-amz-target"] ?? "").split(".")[1] ?? method
    const found = fault({ operation, path, body: bytes.toString() })
    if (found && "status" in found)
      return void outgoing.writeHead(found.status, { "content-type": found.type }).end(found.body)
    if (found) await sleep(found.delay)
    // Signatures hold the host that was called: it stays what it was.
    const options = { hostname, port, method, path, headers }
    const passed = forward(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on("error", () => outgoing.destroy()).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Runs something while the service is faulty. */
    async while<T>(faulty: typeof fault, run: () => Promise<T>): Promise<T> {
      fault = faulty
      try {
        return await run()
      } finally {
        fault = () => undefined
      }
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
