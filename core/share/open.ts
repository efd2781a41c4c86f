import { addressOf, isImagined } from "../actor"
import { AppError } from "../error"
import { limit, uncount } from "../limit"
import { operation } from "../operation"
import { table, unlessRefused } from "../table"
import { hours, minutes, now } from "../time"
import { User } from "../user"
import type { AuthorView } from "../user/user.schema"
import { albumView } from "./album"
import { find, open, rowOf } from "./find"
import { hashOf } from "./link-token"
import { proofOf } from "./proof"
import type { ShareRow } from "./share.access"
import { type OpenedLink, TokenInput, UnlockInput } from "./share.schema"
import { linkedPost, switchesOf } from "./view"

/** What a link opens. @throws AppError as `find`; `forbidden` while its password is asked for */
export const get = operation(TokenInput, async (actor, { token }): Promise<OpenedLink> => {
  const { link, target } = await open(actor, token)
  if (!isImagined(actor)) await noteUse(link)
  return {
    kind: link.kind,
    by: User.author(target.by),
    ...(link.endsAt ? { endsAt: link.endsAt } : {}),
    ...switchesOf(link),
    target:
      target.kind === "post"
        ? { kind: "post", post: linkedPost(link, token, target.seen) }
        : { kind: "album", album: await albumView(target.album) },
  }
})

/** What is told of a link before it is open: who gives it away, and nothing of what. */
export type Door = { standing: "open" | "locked"; of: "post" | "album"; by: AuthorView; endsAt?: string }

/** How a link stands, for its page. @throws AppError as `find` */
export const door = operation(TokenInput, async (actor, { token }): Promise<Door> => {
  const { link, target, standing } = await find(actor, token)
  const by = User.author(target.by)
  return { standing, of: target.kind, by, ...(link.endsAt ? { endsAt: link.endsAt } : {}) }
})

/** About when it was last opened, in one write an hour at the most. */
async function noteUse({ hash, usedAt }: ShareRow) {
  const hour = `${now().slice(0, 13)}:00:00.000Z`
  if (usedAt === hour) return
  await unlessRefused(table().share.patch({ hash }).set({ usedAt: hour }).go())
}

/** Wrong passwords for one link, from one address and from all, before a pause. */
const tries = 5
const pause = minutes(10)
const triesOfAll = 100

/**
 * Shows a link's password. The proof is for the browser to keep, and for the link as it is: a changed password ends it.
 * @throws AppError `forbidden` when it is wrong, `rate_limited` after some, else as `find`. What it costs does not
 * tell whether there is such a link.
 */
export const unlock = operation(
  UnlockInput,
  async (actor, { token, password }): Promise<{ proof: string } | undefined> => {
    const hash = hashOf(token)
    const [here, all] = [
      ["unlock", hash, addressOf(actor)],
      ["unlock", hash],
    ]
    const count = await limit(here, tries, pause, "link_tries")
    await limit(all, triesOfAll, hours(1), "link_tries")
    const { link } = await rowOf(hash)
    const isRight = await User.verifyPassword(password, link?.passwordHash)
    const found = await find(actor, token)
    if (!isRight && found.link.passwordHash) throw wrong(tries - count)
    // Many people behind one address open a link: only mistakes count.
    await Promise.all([uncount(here, pause), uncount(all, hours(1))])
    return found.link.passwordHash ? { proof: proofOf(found.link) } : undefined
  },
  "access",
)

const wrong = (left: number) =>
  new AppError("forbidden", { reason: "link_password", params: { left, minutes: pause / 60 } })
