import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { inject, onTestFinished } from "vitest"

type Answers = Record<string, object>

/**
 * Stands before the emulator for one test, and answers what that does not know, as the service's documentation says;
 * everything else goes through.
 * @param service of which alone; the SDK names it so
 * @param answers by operation: `DisableAlarmActions`
 * @returns what each of those operations was asked
 */
export async function beside(
  service: "CLOUDWATCH" | "CONFIG_SERVICE",
  answers: Answers,
): Promise<Record<string, unknown>[]> {
  const asked: Record<string, unknown>[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const operation = String(request.headers["x-amz-target"] ?? "").split(".")[1] ?? ""
    const own = answers[operation]
    if (own) {
      asked.push({ operation, ...JSON.parse(body.toString() || "{}") })
      response.setHeader("content-type", "application/x-amz-json-1.0").end(JSON.stringify(own))
      return
    }
    const {
      host,
      connection,
      "content-length": length,
      ...headers
    } = request.headers as Record<string, string>
    const answer = await fetch(`${inject("aws")}${request.url}`, {
      method: request.method ?? "POST",
      headers,
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    })
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const variable = `AWS_ENDPOINT_URL_${service}`
  process.env[variable] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    delete process.env[variable]
    server.close()
    server.closeAllConnections()
  })
  return asked
}
