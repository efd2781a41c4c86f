import type { ScheduledEvent } from "aws-lambda"
import { beforeEach, describe, expect, it } from "vitest"
import { Block } from "../core/block"
import { Mail } from "../core/mail"
import { Notification } from "../core/notification"
import type { NotificationView } from "../core/notification/notification.schema"
import { nextDue } from "../core/notification/settings"
import { table } from "../core/table"
import { api } from "../testing/api"
import { settle } from "../testing/events"
import { during } from "../testing/faults"
import { given, type Person } from "../testing/given"
import { mailsTo } from "../testing/mail"
import { writtenPost } from "../testing/posts"
import { retired, rotated, withSecret } from "../testing/secrets"
import { slow } from "../testing/slow"
import { written } from "../testing/written"
import { handler } from "./digest"

const event = { source: "aws.events" } as ScheduledEvent
const run = () => handler(event)

let ada: Person
let bo: Person
let photo: { postId: string; author: Person }
beforeEach(async () => {
  ;[ada, bo] = [await given.person(), await given.person()]
  photo = { postId: await writtenPost(ada), author: ada }
  await table().user.patch({ userId: ada.userId }).set({ emailVerified: true }).go()
  await Notification.setSettings(ada, { digest: "daily", digestHour: new Date().getUTCHours() })
  await dueNow()
})

/** The day goes by: the next mail is due. */
const dueNow = async () => {
  const dueAt = new Date(Date.now() - 1000).toISOString()
  await table().notificationSettings.update({ userId: ada.userId }).set({ digest: "daily", dueAt }).go()
}
const settingsOf = async () =>
  (await table().notificationSettings.get({ userId: ada.userId }).go({ consistent: true })).data
const linkIn = (text: string) => /\/unsubscribe\?token=(\S+)/.exec(text)?.[1] ?? ""

describe("the daily mail", () => {
  it("tells what is new, once a day, and each thing once", slow, async () => {
    await written.like(bo, photo)
    await written.comment(bo, photo, "So <quiet>")
    await settle()
    await run()
    await run()
    const [mail, ...more] = await mailsTo(ada.email)
    expect(more).toEqual([])
    expect(mail?.subject).toBe("2 things new for you at Ichimai")
    expect(mail?.text).toContain(`${bo.handle} liked your photo\nhttp://localhost:3000/p/${photo.postId}\n`)
    expect(mail?.text).toContain(`${bo.handle} commented: “So <quiet>”`)
    expect(mail?.html).toContain("So &#60;quiet&#62;")
    expect(mail?.html).not.toMatch(/<img|<script|<quiet/)

    await dueNow()
    await run()
    expect(await mailsTo(ada.email)).toHaveLength(1)
    await written.comment(bo, photo, "Again")
    await settle()
    await dueNow()
    await run()
    expect((await mailsTo(ada.email)).map(({ subject }) => subject)).toEqual([
      `${bo.handle} commented: “Again” · Ichimai`,
      "2 things new for you at Ichimai",
    ])
  })

  it("of several runs at once goes out once", slow, async () => {
    await written.like(bo, photo)
    await settle()
    await Promise.all([run(), run(), run()])
    expect(await mailsTo(ada.email)).toHaveLength(1)
  })

  it("is not sent when there is nothing, or nothing that may be seen, or all was read", slow, async () => {
    await run()
    await written.like(bo, photo)
    await settle()
    await Notification.read(ada, { upTo: (await Notification.list(ada, {})).items[0]?.id ?? "" })
    await dueNow()
    await run()
    await written.comment(bo, photo, "Unseen")
    await settle()
    await Block.block(ada, { handle: bo.handle })
    await dueNow()
    await run()
    expect(await mailsTo(ada.email)).toEqual([])
  })

  it(
    "is sent to nobody who did not ask for it, or whose address is not known to be theirs",
    slow,
    async () => {
      await written.like(bo, photo)
      await table().user.patch({ userId: ada.userId }).set({ emailVerified: false }).go()
      const cleo = await given.person()
      await table().user.patch({ userId: cleo.userId }).set({ emailVerified: true }).go()
      await written.like(bo, { postId: await writtenPost(cleo), author: cleo })
      await settle()
      await run()
      expect([await mailsTo(ada.email), await mailsTo(cleo.email)]).toEqual([[], []])
      await table().user.patch({ userId: ada.userId }).set({ emailVerified: true }).go()
      await Notification.setSettings(ada, { digest: "off" })
      await run()
      expect([await mailsTo(ada.email), (await settingsOf())?.digest]).toEqual([[], "off"])
    },
  )

  it("that fails is told, does not hold up others, and tells the same tomorrow", slow, async () => {
    await written.like(bo, photo)
    await settle()
    const failing = during(
      async ({ name, input }, next) => {
        const asksMode = JSON.stringify(input).includes("EMERGENCY")
        // Whoever is found to be told cannot be noted as told.
        if ((name === "GetItemCommand" || name === "GetCommand") && !asksMode)
          throw new Error("the table is away")
        return next()
      },
      () => run(),
    )
    await expect(failing).rejects.toThrow("1 digests could not be sent.")
    await run()
    expect(await mailsTo(ada.email)).toEqual([])
    await dueNow()
    await run()
    expect(await mailsTo(ada.email)).toHaveLength(1)
  })

  it("is due at the hour that was chosen, tomorrow when that has passed", () => {
    const at = Date.UTC(2026, 10, 24, 9, 30)
    expect(nextDue(10, at)).toBe("2026-11-24T10:00:00.000Z")
    expect(nextDue(9, at)).toBe("2026-11-25T09:00:00.000Z")
    expect(nextDue(0, Date.UTC(2026, 11, 31, 0))).toBe("2027-01-01T00:00:00.000Z")
  })

  it("is written in the person's language, with right numbers", () => {
    const people = ["Ada", "Bo", "Cleo"].map((name) => ({
      id: `usr_${name}`,
      handle: name.toLowerCase(),
      name,
    }))
    const view = (change: Partial<NotificationView>): NotificationView => ({
      id: "ntf_1",
      kind: "follow",
      actors: people,
      others: 0,
      at: "2026-11-24T09:00:00.000Z",
      read: false,
      ...change,
    })
    const lines = (locale: "en" | "ja", change: Partial<NotificationView>) =>
      Mail.digest(locale, [view(change)], { more: false, token: "t", oneClick: "o" }).text.split("\n")[2]
    expect(lines("en", {})).toBe("Ada, Bo and 1 other started following you")
    expect(lines("en", { others: 2 })).toBe("Ada, Bo and 3 others started following you")
    expect(lines("en", { actors: people.slice(0, 2) })).toBe("Ada and Bo started following you")
    expect(lines("en", { actors: [], others: 1 })).toBe("1 person started following you")
    expect(lines("ja", { others: 2 })).toBe("Adaさん、Boさん、ほか3人があなたをフォローしました")
    expect(lines("ja", { actors: people.slice(0, 1), kind: "request" })).toBe(
      "Adaさんからフォローリクエストが届いています",
    )
    const more = Mail.digest("ja", [view({}), view({})], { more: true, token: "t", oneClick: "o" })
    expect(more.subject).toBe("Ichimai：新しいお知らせが2件以上あります")
    expect(more.text).toContain("http://localhost:3000/ja/unsubscribe?token=t")
  })
})

describe("its link", () => {
  async function mailed() {
    await written.like(bo, photo)
    await settle()
    await run()
    const [mail] = await mailsTo(ada.email)
    return { token: linkIn(mail?.text ?? ""), headers: mail?.headers ?? {} }
  }

  it("ends it without signing in, twice is once, and only that", slow, async () => {
    const { token } = await mailed()
    await Notification.setSettings(ada, { kinds: { like: false } })
    for (let time = 0; time < 2; time++) {
      expect((await api(`POST /api/notifications/unsubscribe/${token}`)).status).toBe(204)
    }
    const settings = await api("GET /api/me/notification-settings", { as: ada })
    expect(settings.body).toMatchObject({ digest: "off", kinds: { like: false, comment: true } })
  })

  it("works with one click of a mail program (RFC 8058)", async () => {
    const { headers } = await mailed()
    expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click")
    const url = /^<http:\/\/localhost:3000(\/api\/.+)>$/.exec(headers["List-Unsubscribe"] ?? "")?.[1] ?? ""
    const form = { "content-type": "application/x-www-form-urlencoded" }
    const other = await api(`POST ${url}` as `POST /${string}`, { raw: "a=b", headers: form })
    expect(other.status).toBe(415)
    const raw = "List-Unsubscribe=One-Click"
    expect((await api(`POST ${url}` as `POST /${string}`, { raw, headers: form })).status).toBe(204)
    expect((await settingsOf())?.digest).toBe("off")
    const boundary = "xyz"
    const multipart = {
      raw: `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`,
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    }
    expect((await api(`POST ${url}` as `POST /${string}`, multipart)).status).toBe(204)
  })

  it("is of one person, and goes with its key", slow, async () => {
    const { token } = await mailed()
    const [, key, mac] = token.split(".")
    const foreign = `${bo.userId}.${key}.${mac}`
    expect((await api(`POST /api/notifications/unsubscribe/${foreign}`)).status).toBe(404)
    const spoiled = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`
    expect((await api(`POST /api/notifications/unsubscribe/${spoiled}`)).status).toBe(404)
    await withSecret("TokenKey", retired, async () => {
      expect((await api(`POST /api/notifications/unsubscribe/${token}`)).status).toBe(404)
    })
    expect((await settingsOf())?.digest).toBe("daily")
    await withSecret("TokenKey", rotated("TokenKey"), async () => {
      expect((await api(`POST /api/notifications/unsubscribe/${token}`)).status).toBe(204)
    })
    expect((await settingsOf())?.digest).toBe("off")
  })
})
