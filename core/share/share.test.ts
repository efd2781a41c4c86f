import { beforeAll, describe, expect, it, vi } from "vitest"
import { settle } from "../../testing/events"
import { given, type Person, visitor } from "../../testing/given"
import { items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import type { VisitorActor } from "../actor"
import { Block } from "../block"
import { Media } from "../media"
import { Post } from "../post"
import type { PostView } from "../post/post.schema"
import { table } from "../table"
import { Share } from "./index"
import { hashOf, seal, unseal } from "./link-token"
import { maxLinks } from "./share.schema"

let ada: Person
let post: PostView
beforeAll(async () => {
  useSettings({ limits: { writesPerMinute: 100_000 } })
  ada = await given.person()
  post = await given.post(ada, { visibility: "private" })
})

type Options = Omit<Parameters<typeof Share.createForPost>[1], "postId">
async function made(options: Options = {}, to = post) {
  const link = await Share.createForPost(ada, { postId: to.id, ...options })
  const token = link.url?.split("/s/")[1] ?? ""
  return { ...link, shareId: link.id, token }
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    ({ code, reason }) => `${code} ${reason ?? ""}`.trim(),
  )
const seesPicture = async (actor: VisitorActor | Person, token: string, variant = "640.jpg", of = post) =>
  Media.address(actor, { photoId: of.photos[0]?.photoId ?? "", variant, link: token }).then(
    () => true,
    ({ code }) => (code === "not_found" ? false : code),
  )
async function unlocked(actor: VisitorActor, token: string, password: string): Promise<VisitorActor> {
  const opened = await Share.unlock(actor, { token, password })
  return { ...visitor(), unlocks: opened ? Share.withProof(actor.unlocks, opened.proof) : [] }
}

describe("a link to a post", () => {
  it("opens it to whoever has it, a private one too, and nothing else of its author's", async () => {
    const { token } = await made({ name: "For Grandma" })
    const other = await given.post(ada, { visibility: "private" })
    const opened = await Share.get(visitor(), { token })
    expect(opened).toMatchObject({ kind: "view", target: { kind: "post", post: { id: post.id } } })
    expect(await seesPicture(visitor(), token)).toBe(true)
    expect(await seesPicture(visitor(), token, "640.jpg", other)).toBe(false)
    expect(await seesPicture(visitor(), token, "original")).toBe(false)
    expect(await seesPicture(visitor(), "")).toBe(false)
    await expect(Post.get(visitor(), { postId: post.id })).rejects.toMatchObject({ code: "not_found" })
  })

  it("is kept as a hash; its token is sealed, and can be copied again", async () => {
    const { token } = await made()
    const rows = JSON.stringify(await items())
    expect(rows).not.toContain(token)
    expect(rows).toContain(hashOf(token))
    expect((await Share.listOfPost(ada, { postId: post.id })).items[0]?.url).toMatch(`/s/${token}`)
    expect(unseal(seal("x"))).toBe("x")
    expect(unseal(seal("x").replace(/^[^.]+/, "retired"))).toBeUndefined()
  })

  it("is made, read, changed and ended by the author alone", async () => {
    const eve = await given.person()
    const { shareId } = await made()
    for (const call of [
      () => Share.createForPost(eve, { postId: post.id }),
      () => Share.listOfPost(eve, { postId: post.id }),
      () => Share.edit(eve, { shareId, name: "mine" }),
      () => Share.revoke(eve, { shareId }),
    ])
      expect(await refusal(call())).toBe("not_found")
    expect(await refusal(Share.revoke(visitor(), { shareId }))).toBe("unauthenticated")
  })

  it("that was revoked says that it has ended to who has it, at once; an unknown one says nothing", async () => {
    const { token, shareId } = await made()
    await Share.get(visitor(), { token })
    await Share.revoke(ada, { shareId })
    expect(await refusal(Share.get(visitor(), { token }))).toBe("gone link_ended")
    expect(await seesPicture(visitor(), token)).toBe(false)
    expect(await refusal(Share.get(visitor(), { token: "A".repeat(24) }))).toBe("not_found no_link")
    expect((await Share.listOfPost(ada, { postId: post.id })).items.map(({ id }) => id)).not.toContain(
      shareId,
    )
  })

  it("ends at its time, though its row is still there", async () => {
    const { token, shareId } = await made({ endsAt: new Date(Date.now() + 60_000).toISOString() })
    await Share.get(visitor(), { token })
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 })
    try {
      expect(await refusal(Share.get(visitor(), { token }))).toBe("gone link_ended")
      expect(await seesPicture(visitor(), token)).toBe(false)
      const { items: links } = await Share.listOfPost(ada, { postId: post.id })
      expect(links.find(({ id }) => id === shareId)).toMatchObject({ ended: true })
    } finally {
      vi.useRealTimers()
    }
    await Share.edit(ada, { shareId, endsAt: "" })
    expect(await refusal(Share.get(visitor(), { token }))).toBe("none")
  })

  it("leads nowhere when its post, its author or the tie to them is gone", slow, async () => {
    const [bob, eve] = [await given.person(), await given.person()]
    const theirs = await given.post(bob, { visibility: "private" })
    const link = await Share.createForPost(bob, { postId: theirs.id })
    const token = link.url?.split("/s/")[1] ?? ""
    expect(await seesPicture(eve, token, "640.jpg", theirs)).toBe(true)
    await Block.block(bob, { handle: eve.handle })
    expect(await refusal(Share.get(eve, { token }))).toBe("not_found no_link")
    expect(await seesPicture(eve, token, "640.jpg", theirs)).toBe(false)
    const suspend = (hidden: boolean) => table().user.patch({ userId: bob.userId }).set({ hidden }).go()
    await suspend(true)
    expect(await refusal(Share.get(visitor(), { token }))).toBe("not_found no_link")
    expect(await seesPicture(visitor(), token, "640.jpg", theirs)).toBe(false)
    await suspend(false)
    await Post.remove(bob, { postId: theirs.id })
    expect(await refusal(Share.get(visitor(), { token }))).toBe("not_found no_link")
    await settle()
    const left = JSON.stringify(await items())
    expect([left.includes(hashOf(token)), left.includes(link.id)]).toEqual([false, false])
  })

  it(
    "without downloads gives no file and not the largest picture; without camera says nothing of it",
    slow,
    async () => {
      const photoId = await given.photo(ada, await given.jpeg(2100, 1400))
      const large = await given.post(ada, { visibility: "private", photos: [photoId] })
      const { token } = await made({ noDownload: true, noCamera: true }, large)
      const { target } = await Share.get(visitor(), { token })
      const variants = target.kind === "post" ? target.post.photos[0]?.variants : undefined
      expect(variants?.map(({ url }) => url)).toEqual(
        ["320.avif", "640.avif", "1280.avif", "640.jpg", "1280.jpg"].map(
          (name) => `/api/media/${photoId}/${name}?link=${token}`,
        ),
      )
      expect(await seesPicture(visitor(), token, "1280.avif", large)).toBe(true)
      expect(await seesPicture(visitor(), token, "2048.avif", large)).toBe(false)
      const download = { photoId, variant: "640.jpg", link: token, download: "1" as const }
      expect(await refusal(Media.address(visitor(), download))).toBe("not_found")
    },
  )

  it("are so many at the most", async () => {
    const one = await given.post(ada)
    const rows = Array.from({ length: maxLinks }, () => made({}, one))
    await Promise.all(rows)
    await expect(made({}, one)).rejects.toMatchObject({ code: "conflict", reason: "too_many_share_links" })
  })

  it("notes about when it was opened, in one write an hour", async () => {
    const { token, shareId } = await made()
    await Share.get(visitor(), { token })
    const { items: links } = await Share.listOfPost(ada, { postId: post.id })
    expect(links.find(({ id }) => id === shareId)?.usedAt).toMatch(/T\d\d:00:00\.000Z$/)
  })
})

describe("a password", () => {
  it("is asked for before anything is told, for every variant too", slow, async () => {
    const { token } = await made({ password: "harebell-scree" })
    const grandma = visitor()
    expect(await refusal(Share.get(grandma, { token }))).toBe("forbidden link_locked")
    const door = await Share.door(grandma, { token })
    expect(Object.keys(door).sort()).toEqual(["by", "of", "standing"])
    for (const variant of ["320.avif", "640.avif", "640.jpg", "original"])
      expect(await seesPicture(grandma, token, variant)).toBe(false)
    const open = await unlocked(grandma, token, "harebell-scree")
    expect(await refusal(Share.get(open, { token }))).toBe("none")
    expect(await seesPicture(open, token)).toBe(true)
    expect(await seesPicture(open, token, "original")).toBe(false)
  })

  it("opens its own link alone, as long as it is the password", slow, async () => {
    const [one, two] = [
      await made({ password: "harebell-scree" }),
      await made({ password: "harebell-scree" }),
    ]
    const open = await unlocked(visitor(), one.token, "harebell-scree")
    expect(await refusal(Share.get(open, { token: two.token }))).toBe("forbidden link_locked")
    const both = await unlocked(open, two.token, "harebell-scree")
    expect(both.unlocks).toHaveLength(2)
    const tampered = {
      ...visitor(),
      unlocks: both.unlocks?.map((proof) => proof.replace(/\.\w+\./, ".zzzzzz.")),
    }
    expect(await refusal(Share.get(tampered, { token: one.token }))).toBe("forbidden link_locked")
    await Share.edit(ada, { shareId: one.shareId, password: "another-one" })
    expect(await refusal(Share.get({ ...both, read: new Map() }, { token: one.token }))).toBe(
      "forbidden link_locked",
    )
    expect(await refusal(Share.get(both, { token: two.token }))).toBe("none")
    await Share.edit(ada, { shareId: one.shareId, password: "" })
    expect(await refusal(Share.get(visitor(), { token: one.token }))).toBe("none")
  })

  it("need not be shown again for a week, and never past the link's end", slow, async () => {
    const { token } = await made({ password: "harebell-scree" })
    const open = await unlocked(visitor(), token, "harebell-scree")
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 7 * 86_400_000 + 1000 })
    try {
      expect(await refusal(Share.get(open, { token }))).toBe("forbidden link_locked")
    } finally {
      vi.useRealTimers()
    }
  })

  it(
    "can be guessed a few times, then there is a pause; the right one costs nobody a try",
    slow,
    async () => {
      // No window of the limit may end in between.
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })
      try {
        const { token } = await made({ password: "harebell-scree" })
        const [eve, class7] = [visitor(), visitor()]
        const left = []
        for (let i = 0; i < 5; i++) {
          const error = await Share.unlock(eve, { token, password: `guess-${i}` }).catch((wrong) => wrong)
          expect(error).toMatchObject({ code: "forbidden", reason: "link_password" })
          left.push(error.params.left)
        }
        expect(left).toEqual([4, 3, 2, 1, 0])
        const sixth = Share.unlock(eve, { token, password: "harebell-scree" })
        await expect(sixth).rejects.toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) })
        for (let i = 0; i < 7; i++) await Share.unlock(class7, { token, password: "harebell-scree" })
      } finally {
        vi.useRealTimers()
      }
    },
  )
})

it("an address that guesses links has to wait", slow, async () => {
  const eve = visitor()
  const guess = (i: number) => refusal(Share.get(eve, { token: `${i}`.padStart(24, "A") }))
  const answers = await Promise.all(Array.from({ length: 31 }, (_, i) => guess(i)))
  expect(answers.filter((answer) => answer === "not_found no_link")).toHaveLength(30)
  expect(answers.filter((answer) => answer.startsWith("rate_limited"))).toHaveLength(1)
})

it("links go with the account that made them", slow, async () => {
  const bob = await given.person()
  const theirs = await given.post(bob)
  const { id } = await Share.createForPost(bob, { postId: theirs.id })
  expect(await Share.eraseOfUser(bob.userId)).toBe(false)
  expect(JSON.stringify(await items())).not.toContain(id)
})
