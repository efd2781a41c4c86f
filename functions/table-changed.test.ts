import { beforeAll, describe, expect, it } from "vitest"
import { Account } from "../core/account"
import { Draft } from "../core/draft"
import { Mail } from "../core/mail"
import { Post } from "../core/post"
import { changes, objectsOf, settle } from "../testing/events"
import { during } from "../testing/faults"
import { given, type Person, visitor } from "../testing/given"
import { mailsTo } from "../testing/mail"
import { items } from "../testing/rows"
import { retired, withSecret } from "../testing/secrets"
import { slow } from "../testing/slow"
import { handler } from "./table-changed"

let ada: Person
let copy: () => Promise<string>
beforeAll(async () => {
  ada = await given.person()
  copy = await given.copies(ada)
})

/** The table and the objects of some photos; what expires by itself left out. */
async function state(photoIds: string[]) {
  const rows = (await items()).filter(({ __edb_e__ }) => __edb_e__ !== "photoGone")
  const objects = await Promise.all(photoIds.map((photoId) => objectsOf(photoId, ada.userId)))
  return { rows: rows.sort((a, b) => (a.pk + a.sk < b.pk + b.sk ? -1 : 1)), objects }
}

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe("the stream", () => {
  it("replayed from the beginning, in other batches, changes nothing (check 7)", slow, async () => {
    await settle()
    const [kept, gone] = [await copy(), await copy()]
    await Draft.publish(ada, { photos: [{ photoId: kept }] })
    const removed = await given.publish(ada, [gone])
    const first = await changes()
    await handler({ Records: first })
    await Post.remove(ada, { postId: removed })
    const second = await changes()
    await handler({ Records: second })
    const third = await changes()
    await handler({ Records: third })
    await settle()
    const end = await state([kept, gone])
    expect(end.objects.map(({ length }) => length)).toEqual([5, 0])

    const all = [...first, ...second, ...third]
    for (const size of [all.length, 1, 3]) {
      for (let at = 0; at < all.length; at += size) {
        expect(await handler({ Records: all.slice(at, at + size) })).toEqual({ batchItemFailures: [] })
      }
    }
    // A redrive, days late: the old changes in any order.
    for (const record of [...all].reverse()) await handler({ Records: [record] })
    await settle()
    expect(await state([kept, gone])).toEqual(end)
  })

  it("that comes late for a post that is being deleted leaves no copy in the public", async () => {
    await settle()
    const photoId = await copy()
    const postId = await given.publish(ada, [photoId])
    const Records = await changes()
    // The worst order: the public is searched before the copies come, their sources are erased after.
    const [searched, copied] = [gate(), gate()]
    let removal: Promise<void> | undefined
    await during(
      async ({ name, input }, next) => {
        if (name === "CopyObjectCommand") {
          removal ??= Post.remove(ada, { postId }).then(settle)
          await searched.opened
        }
        if (name === "DeleteObjectsCommand") await copied.opened
        const answer = await next()
        if (name === "ListObjectVersionsCommand" && String(input.Prefix).startsWith("public/"))
          searched.open()
        if (name === "CopyObjectCommand") setImmediate(copied.open)
        return answer
      },
      async () => {
        await handler({ Records })
        await removal
      },
    )
    expect(await objectsOf(photoId, ada.userId)).toEqual([])
  })

  it("reports the record that failed, has done what came before it, and does the rest later (check 7)", async () => {
    await settle()
    const posts = [await given.publish(ada, [await copy()]), await given.publish(ada, [await copy()])]
    const Records = await changes()
    const isPost = (id: string) => (record: (typeof Records)[number]) =>
      record.dynamodb?.Keys?.pk?.S === `POST#${id}` && record.dynamodb.Keys.sk?.S === "META"
    const poison = Records.find(isPost(posts[1] ?? ""))
    let copies = 0
    const answer = await during(
      async ({ name }, next) => {
        if (name === "CopyObjectCommand" && ++copies > 2) throw new Error("storage is away")
        return next()
      },
      () => handler({ Records }),
    )
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: poison?.dynamodb?.SequenceNumber }] })
    const isOpen = async (postId: string) =>
      (await Post.get(ada, { postId })).photos[0]?.variants[0]?.url.startsWith("http")
    expect(await Promise.all(posts.map(isOpen))).toEqual([true, false])
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] })
    expect(await Promise.all(posts.map(isOpen))).toEqual([true, true])
  })
})

describe("mail", () => {
  it("is written in both languages, with the same link, and escapes what it is told", () => {
    for (const template of ["verify", "reset", "known"] as const) {
      const [en, ja] = [Mail.render(template, "en", "t&k<n"), Mail.render(template, "ja", "t&k<n")]
      expect(en.subject).toContain("Ichimai")
      expect(ja.subject).toMatch(/^Ichimai：[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u)
      const path = { verify: "/verify", reset: "/reset", known: "/signin" }[template]
      expect(en.text).toContain(`http://localhost:3000${path}?token=t%26k%3Cn\n`)
      expect(ja.text).toContain(`http://localhost:3000/ja${path}?token=t%26k%3Cn\n`)
      for (const { html } of [en, ja]) {
        expect(html).toContain("token=t%26k%3Cn")
        expect(html).not.toContain("<n")
      }
      expect([en.html.includes('lang="en"'), ja.html.includes('lang="ja"')]).toEqual([true, true])
    }
  })

  it("is sent in the language of the account, and not at all when its link would not work", async () => {
    const grace = await given.person()
    await settle()
    await Account.forgotPassword(visitor(), { email: grace.email })
    const Records = await changes()
    await withSecret("TokenKey", retired, () => handler({ Records }))
    expect(await mailsTo(grace.email)).toEqual([])
    await handler({ Records })
    const [mail] = await mailsTo(grace.email)
    expect(mail?.subject).toBe("A new password for Ichimai")
    for (const record of Records)
      if (record.dynamodb?.NewImage?.expires) record.dynamodb.NewImage.expires = { N: "1" }
    await handler({ Records })
    expect(await mailsTo(grace.email)).toHaveLength(1)
  })
})
