import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import path from "node:path"
import { text } from "node:stream/consumers"
import type { S3Client } from "@aws-sdk/client-s3"
import { filterLogEvents } from "./logs"
import { openMailbox } from "./mailbox"
import { mediaKey, sendMedia } from "./media"
import { mailBody, mailPage, outboxPage } from "./pages"
import { sendEmail } from "./ses"
import { publish } from "./sns"
import { deadLetterQueues } from "./sqs"

export type Desk = { url: string; port: number; close(): Promise<void> }

/**
 * What surrounds the site in AWS, on one small server: the mail service and the mail it was given, messages to topics,
 * the logs as CloudWatch gives them, the queues of dead letters, the functions for who calls them again, and the part
 * of the media bucket that the CDN shows.
 */
export async function startDesk(options: {
  port: number
  /** Where the logs and the dead letters are. */
  dataDir: string
  mailFolder: string
  s3: S3Client
  mediaBucket: string
  /** Calls a function as Lambda does when an event is left with it; resolves when it has been taken. */
  invoke?: (name: string, event: unknown) => Promise<void>
}): Promise<Desk> {
  const { s3, mediaBucket, invoke } = options
  const mailbox = openMailbox(options.mailFolder)
  const queues = deadLetterQueues(path.join(options.dataDir, "dead-letters"))

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? "/", "http://desk")
    if (!isOurName(request.headers.host)) return send(response, 403, "text/plain", "Unknown host.")
    if (request.method === "POST" && pathname === "/v2/email/outbound-emails") {
      const { status, type, body } = await sendEmail(
        mailbox,
        await text(request),
        request.headers.authorization,
      )
      if (type) response.setHeader("x-amzn-errortype", type)
      return send(response, status, "application/json", JSON.stringify(body))
    }
    const [, action] = /^AmazonSQS\.(\w+)$/.exec(String(request.headers["x-amz-target"])) ?? []
    const [, called] = /^\/2015-03-31\/functions\/([\w-]+)\/invocations$/.exec(pathname) ?? []
    if (request.method === "POST" && (action || called)) {
      // A web page elsewhere could post here, but it cannot sign.
      if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 "))
        return send(response, 403, "text/plain", "The request is not signed.")
      const body: unknown = JSON.parse(await text(request))
      if (called) return call(response, called, body)
      const answer = await queues.answer(action ?? "", body, `http://${request.headers.host}`)
      return send(response, answer.status, "application/x-amz-json-1.0", JSON.stringify(answer.body))
    }
    const target = request.headers["x-amz-target"]
    if (request.method === "POST" && pathname === "/" && typeof target === "string") {
      const { status, body } = await filterLogEvents(options.dataDir, target, await text(request))
      return send(response, status, "application/x-amz-json-1.1", JSON.stringify(body))
    }
    if (request.method === "POST" && pathname === "/") {
      const { status, body } = await publish(mailbox, await text(request), request.headers.authorization)
      return send(response, status, "text/xml", body)
    }
    if (request.method !== "GET" && request.method !== "HEAD")
      return send(response, 405, "text/plain", "Not allowed.")
    const key = mediaKey(pathname)
    if (key) return sendMedia(s3, mediaBucket, key, request, response)
    return sendMail(response, pathname)
  }

  async function call(response: ServerResponse, name: string, event: unknown) {
    if (!invoke)
      return send(response, 404, "application/json", JSON.stringify({ message: "There are no functions." }))
    await invoke(name, event)
    return send(response, 202, "application/json", "")
  }

  async function sendMail(response: ServerResponse, pathname: string) {
    if (pathname === "/") return send(response, 200, "text/html", outboxPage(await mailbox.list()))
    if (pathname === "/mail.json") {
      return send(response, 200, "application/json", JSON.stringify(await mailbox.list()))
    }
    const [, id = "", kind] = /^\/mail\/([^./]+)(?:\.(html|txt|json))?$/.exec(pathname) ?? []
    const mail = await mailbox.read(id)
    if (!mail) return send(response, 404, "text/plain", "There is nothing here.")
    if (kind === "json") return send(response, 200, "application/json", JSON.stringify(mail))
    if (kind === "txt") return send(response, 200, "text/plain", mail.text ?? "")
    if (kind === "html") return send(response, 200, "text/html", mailBody(mail.html ?? ""))
    return send(response, 200, "text/html", mailPage(mail))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(`[desk] ${error}`)
      if (!response.headersSent) send(response, 500, "text/plain", "The desk failed.")
      else response.destroy()
    })
  })
  server.listen(options.port, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : options.port
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async close() {
      const closed = once(server, "close")
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** A page elsewhere that gives its own name to 127.0.0.1 must not read the mail. */
const isOurName = (host = "") => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)

function send(response: ServerResponse, status: number, type: string, body: string) {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  })
  response.end(body)
}
