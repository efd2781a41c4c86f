import { readdir } from "node:fs/promises"
import { request } from "node:http"
import path from "node:path"
import { S3Client } from "@aws-sdk/client-s3"
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2"
import { beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { scrubEnvironment } from "../environment"
import { region } from "../names"
import { temporaryFolder } from "../test-kit"
import { mediaKey } from "./media"
import { startDesk } from "./server"

const credentials = { accessKeyId: "local", secretAccessKey: "local" }
beforeAll(() => scrubEnvironment())

async function given() {
  const mailFolder = path.join(await temporaryFolder(), "mail")
  const s3 = new S3Client({ region, credentials, endpoint: "http://127.0.0.1:9" })
  const desk = await startDesk({ port: 0, dataDir: mailFolder, mailFolder, s3, mediaBucket: "media" })
  const ses = new SESv2Client({ region, credentials, endpoint: desk.url })
  onTestFinished(async () => {
    ses.destroy()
    s3.destroy()
    await desk.close()
  })
  const sendMail = (to: string, subject = "Confirm <you>") =>
    ses.send(
      new SendEmailCommand({
        FromEmailAddress: "Ichimai <ichimai@localhost>",
        Destination: { ToAddresses: [to] },
        ReplyToAddresses: ["help@example.com"],
        Content: {
          Simple: {
            Subject: { Data: subject },
            Body: {
              Text: { Data: "Open http://localhost:3000/verify?token=x" },
              Html: { Data: '<p>写真 <a href="http://localhost:3000/verify?token=x">Open</a></p>' },
            },
          },
        },
      }),
    )
  const get = async (pathname: string) => (await fetch(desk.url + pathname)).text()
  return { desk, mailFolder, sendMail, get }
}

describe("the mail", () => {
  test("is kept as files and shown, newest first", async () => {
    const { mailFolder, sendMail, get } = await given()
    await sendMail("ada@example.com", "First")
    const { MessageId: id } = await sendMail("ada@example.com")
    expect((await readdir(mailFolder)).filter((name) => name.startsWith(id ?? ""))).toEqual([
      `${id}.html`,
      `${id}.json`,
      `${id}.txt`,
    ])
    const mails = JSON.parse(await get("/mail.json"))
    expect(mails.map((mail: { subject: string }) => mail.subject)).toEqual(["Confirm <you>", "First"])
    expect(mails[0]).toMatchObject({
      id,
      from: "Ichimai <ichimai@localhost>",
      to: ["ada@example.com"],
      replyTo: ["help@example.com"],
      text: "Open http://localhost:3000/verify?token=x",
    })
    expect(await get("/")).toContain("Confirm &lt;you&gt;")
    expect(await get(`/mail/${id}`)).toContain(`src="/mail/${id}.html"`)
    expect(await get(`/mail/${id}.html`)).toContain('<base target="_top"><p>写真')
    expect(await get(`/mail/${id}.txt`)).toContain("token=x")
  })

  test("that is malformed is refused as SES refuses it", async () => {
    const { desk } = await given()
    const post = (body: string, signed = true) =>
      fetch(`${desk.url}/v2/email/outbound-emails`, {
        method: "POST",
        body,
        headers: signed ? { authorization: "AWS4-HMAC-SHA256 Credential=local/x" } : {},
      })
    const malformed = await post("{")
    expect([malformed.status, malformed.headers.get("x-amzn-errortype")]).toEqual([
      400,
      "BadRequestException",
    ])
    expect((await post('{"FromEmailAddress":"a"}')).status).toBe(400)
    expect((await post("{}", false)).status).toBe(403)
  })

  test("is not shown under another host's name, and unknown paths are 404", async () => {
    const { desk } = await given()
    const status = await new Promise((resolve) => {
      request(desk.url, { headers: { host: "evil.example" } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).end()
    })
    expect(status).toBe(403)
    for (const pathname of ["/mail/..%2f..%2fsecrets", "/mail/x", "/media/private/a", "/elsewhere"]) {
      expect((await fetch(desk.url + pathname)).status, pathname).toBe(404)
    }
    expect((await fetch(desk.url, { method: "DELETE" })).status).toBe(405)
  })
})

describe("what the desk shows of the media bucket", () => {
  test.each([
    ["/media/public/pho_1/v-640.avif", "public/pho_1/v-640.avif"],
    ["/media/public/%E5%86%99.jpg", "public/写.jpg"],
    ["/media/status/index.html", "status/index.html"],
    ["/status/index.html", "status/index.html"],
    ["/public/a", undefined],
    ["/media/private/a", undefined],
    ["/media/public/", undefined],
    ["/media/public/..%2fprivate/a", undefined],
    ["/media/public/%", undefined],
    ["/media/publicity/a", undefined],
  ])("%s is %s", (pathname, key) => {
    expect(mediaKey(pathname)).toBe(key)
  })
})
