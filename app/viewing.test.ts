import { beforeAll, expect, it } from "vitest"
import { Album } from "@/core/album"
import { Share } from "@/core/share"
import { given, type Person } from "@/testing/given"
import { openPage } from "@/testing/page"

let ada: Person
let ben: Person
let secret: string
let albumId: string
beforeAll(async () => {
  ;[ada, ben] = await Promise.all([given.person(), given.person()])
  secret = (await given.post(ada, { visibility: "private" })).id
  albumId = (await Album.create(ada, { title: "Of one's own" })).id
})

it("is opened by its owner as whoever is named", async () => {
  for (const as of ["visitor", "follower", `@${ben.handle}`, "nobody_at_all"]) {
    for (const path of [
      `/p/${secret}`,
      `/a/${albumId}`,
      `/u/${ada.handle}`,
      `/u/${ada.handle}/described`,
      `/u/${ada.handle}/albums`,
    ]) {
      expect(await openPage(`${path}?as=${as}`, ada)).toEqual({ status: 200 })
    }
  }
})

it("lets nobody else see more than they do", async () => {
  for (const as of ["visitor", "follower", `@${ada.handle}`]) {
    for (const asker of [undefined, ben]) {
      expect(await openPage(`/p/${secret}?as=${as}`, asker)).toEqual({ status: 404 })
      expect(await openPage(`/a/${albumId}?as=${as}`, asker)).toEqual({ status: 404 })
      expect(await openPage(`/u/${ada.handle}?as=${as}`, asker)).toEqual({ status: 200 })
    }
  }
})

it("is opened through a link by its owner, with no use of the link; to others it is the link's page", async () => {
  const links = [
    await Share.createForPost(ada, { postId: secret, password: "harebell-scree" }),
    await Share.createForAlbum(ada, { albumId }),
  ]
  for (const { url = "" } of links)
    expect(await openPage(`${new URL(url).pathname}?as=guest`, ada)).toEqual({ status: 200 })
  expect((await Share.listOfAlbum(ada, { albumId })).items[0]?.usedAt).toBeUndefined()
  expect((await Share.listOfPost(ada, { postId: secret })).items[0]?.usedAt).toBeUndefined()
  const album = new URL(links[1]?.url ?? "").pathname
  for (const asker of [undefined, ben])
    expect(await openPage(`${album}?as=guest`, asker)).toEqual({ status: 200 })
  expect((await Share.listOfAlbum(ada, { albumId })).items[0]?.usedAt).toBeDefined()
  expect(await openPage(`/s/${"A".repeat(24)}?as=guest`, ada)).toEqual({ status: 404 })
})
