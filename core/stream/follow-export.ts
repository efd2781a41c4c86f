import { Export } from "../export"
import { Mail } from "../mail"
import { User } from "../user"

type Row = Record<string, unknown>
type Of = { userId: string; exportId: string; state: string }

export const followExport = {
  /** Whoever asked for an archive hears by mail that it is there, or that it could not be made. */
  async ended({ before, after }: { before: Row | undefined; after: Row | undefined }): Promise<void> {
    const { userId, state } = (after ?? {}) as Of
    if ((state !== "ready" && state !== "failed") || before?.state === state) return
    const user = await User.byId(userId)
    if (user) await Mail.send(user.email, Mail.archiveEnded(user.locale, state))
  },

  /** An archive that was removed, or whose time is over, takes its files with it. */
  async removed(row: Row): Promise<void> {
    await Export.eraseExport(row as Of)
  },
}
