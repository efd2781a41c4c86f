import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { killedEverywhere } from "../../testing/faults"
import { given } from "../../testing/given"
import { items } from "../../testing/rows"
import { Notification } from "../notification"
import { Album } from "./index"

it("forgets of who leaves whom they added, also where they were a manager by the album around it, or once", async () => {
  const [owner, ada, eve] = await Promise.all([given.person(), given.person(), given.person()])
  const { id: around } = await Album.create(owner, { title: "Around" })
  const { id: inside } = await Album.create(owner, { title: "Inside", parentId: around })
  const { id: before } = await Album.create(owner, { title: "Before" })
  for (const albumId of [around, before])
    await Album.addMember(owner, { albumId, handle: ada.handle, role: "manager" })
  for (const albumId of [inside, before])
    await Album.addMember(ada, { albumId, handle: eve.handle, role: "viewer" })
  await Album.removeMember(owner, { albumId: before, userId: ada.userId })
  await settle()
  const kinds = ["albumMember", "notification", "notificationPart"]
  const naming = async () =>
    (await items()).filter(
      (item) => kinds.includes(item.__edb_e__) && JSON.stringify(item).includes(ada.userId),
    )
  expect((await naming()).length).toBeGreaterThan(4)
  for (let isDone = false; !isDone; ) isDone = await Album.eraseOf(ada.userId)
  await Notification.eraseOf(ada.userId)
  await settle()
  expect(await naming()).toEqual([])
  const { items: members } = await Album.members(owner, { albumId: inside })
  expect(members.map(({ person }) => person.id)).toEqual([eve.userId])
})

it("a post that is gone stands in no album, whenever who took it out was cut off", async () => {
  const [owner, ada] = await Promise.all([given.person(), given.person()])
  const { id: albumId } = await Album.create(owner, { title: "Winter" })
  await Album.addMember(owner, { albumId, handle: ada.handle, role: "contributor" })
  await killedEverywhere(async (killed) => {
    const { id: postId } = await given.post(ada)
    await Album.addItem(ada, { albumId, postId })
    await Album.edit(owner, { albumId, coverPostId: postId })
    await killed(() => Album.forgetPost(postId))
    await Album.forgetPost(postId)
    const row = (await Album.albumRows([albumId])).get(albumId)
    expect(JSON.stringify(row)).not.toContain(postId)
  })
})
