import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

type Asked = { reference: string; paths: string[]; asked: number; completed: boolean }

/** The part of CloudFront that invalidates, on loopback; the client of core/cdn is led to it by its environment. */
export async function startCloudFront() {
  const known = new Map<string, Asked>()
  let busy = false
  const server = createServer(async (request, response) => {
    let body = ""
    for await (const chunk of request) body += chunk
    const [, id] = /\/invalidation\/(\w+)$/.exec(request.url ?? "") ?? []
    const answer = (status: number, xml: string) =>
      response.writeHead(status, { "content-type": "text/xml" }).end(xml)
    const fault = (code: string) =>
      answer(400, `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code></Error></ErrorResponse>`)
    if (request.method === "GET") {
      const found = id ? known.get(id) : undefined
      return found ? answer(200, invalidation(id ?? "", found)) : fault("NoSuchInvalidation")
    }
    if (busy) return fault("TooManyInvalidationsInProgress")
    const reference = /<CallerReference>(.*?)<\/CallerReference>/.exec(body)?.[1] ?? ""
    const paths = [...body.matchAll(/<Path>(.*?)<\/Path>/g)].map(([, path = ""]) => path)
    const [same] = [...known].filter(([, one]) => one.reference === reference)
    const name = same?.[0] ?? `I${known.size + 1}`
    const one = same?.[1] ?? { reference, paths, asked: 0, completed: false }
    one.asked++
    known.set(name, one)
    answer(201, invalidation(name, one))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  process.env.AWS_ENDPOINT_URL_CLOUDFRONT = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    /** What it was asked for, in order. */
    asked: () => [...known.values()],
    complete: () => {
      for (const one of known.values()) one.completed = true
    },
    setBusy: (is: boolean) => {
      busy = is
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function invalidation(id: string, { reference, paths, completed }: Asked) {
  const items = paths.map((path) => `<Path>${path}</Path>`).join("")
  return `<Invalidation><Id>${id}</Id><Status>${completed ? "Completed" : "InProgress"}</Status>
    <CreateTime>2026-01-01T00:00:00Z</CreateTime><InvalidationBatch><CallerReference>${reference}</CallerReference>
    <Paths><Quantity>${paths.length}</Quantity><Items>${items}</Items></Paths></InvalidationBatch></Invalidation>`
}
