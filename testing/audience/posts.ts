import { Draft } from "../../core/draft"
import { newId } from "../../core/id"
import { given, type Person } from "../given"
import { newCast } from "./cast"
import { about, followers, members, mine, type Row, shownToOwner, unblocked } from "./row"

export async function posts(): Promise<Row[]> {
  const [cast, closed] = [await newCast(), await newCast({ private: true })]
  const { owner } = cast
  const [open, limited, secret, gone] = [
    await given.post(owner),
    await given.post(owner, { visibility: "followers" }),
    await given.post(owner, { visibility: "private" }),
    await given.post(owner),
  ]
  const behind = await given.post(closed.owner)
  const publication = (photoId: string) => ({ photos: [{ photoId, altText: "" }] })
  const [draft, discarded] = [await waitingDraft(owner), await waitingDraft(owner)]
  const kept = await savedDraft(owner)
  const get = (id: string) => `GET /api/posts/${id}` as const
  const history = (id: string) => `GET /api/posts/${id}/history` as const
  return [
    {
      cast,
      where: "POST /api/posts",
      json: publication(await given.photo(owner)),
      status: mine(201),
      absent: { json: publication(newId("photo")) },
    },
    about(cast, "post", get, open.id, unblocked(200)),
    about(cast, "post", get, limited.id, followers(200)),
    about(cast, "post", get, secret.id, shownToOwner(200)),
    about(closed, "post", get, behind.id, followers(200)),
    about(cast, "post", history, open.id, unblocked(200)),
    about(cast, "post", history, limited.id, followers(200)),
    about(cast, "post", history, secret.id, shownToOwner(200)),
    about(closed, "post", history, behind.id, followers(200)),
    about(cast, "post", (id) => `PATCH /api/posts/${id}`, open.id, mine(200), { caption: "Changed" }),
    about(cast, "post", (id) => `DELETE /api/posts/${id}`, gone.id, mine(204)),
    { cast, where: "GET /api/me/drafts", status: members(200) },
    { cast, where: "POST /api/drafts", json: { caption: "Not yet" }, status: members(201) },
    about(cast, "draft", (id) => `PATCH /api/drafts/${id}`, draft, mine(200), { caption: "Changed" }),
    about(cast, "draft", (id) => `POST /api/drafts/${id}/publish`, kept, mine(200), {}),
    about(cast, "draft", (id) => `GET /api/drafts/${id}`, draft, mine(200)),
    about(cast, "draft", (id) => `DELETE /api/drafts/${id}`, discarded, mine(204)),
  ]
}

const waitingDraft = async (by: Person) => (await given.draft(by)).draftId

async function savedDraft(by: Person) {
  const publication = await Draft.save(by, { photos: [{ photoId: await given.photo(by) }] })
  if (publication.status === "published") throw new Error("it is kept")
  return publication.draft.id
}
