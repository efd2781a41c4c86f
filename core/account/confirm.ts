import { AppError } from "../error"
import { refused, transact } from "../table"
import { epoch } from "../time"
import type { Token } from "../token"
import { User } from "../user"

/**
 * Uses up a mailed token. Whoever has the mail has the address: it is confirmed, and the handle is theirs for good.
 * An account that was confirmed too late may have lost its handle; it is taken again while nobody else has it.
 * @param passwordHash the new password, if there is one
 * @throws AppError `gone` when the token is used, `conflict` when somebody else has the handle by now
 */
export async function confirm(
  token: Token.TokenRow,
  user: User.UserRow,
  passwordHash?: string,
): Promise<void> {
  const { userId, handle } = user
  const codes = await transact((t) => [
    t.oneTimeToken
      .delete({ hash: token.hash })
      .where(({ hash }, { exists }) => exists(hash))
      .commit(),
    t.handle
      .put({ handle, userId })
      .where(
        (row, { eq, lt, notExists }) =>
          `${eq(row.userId, userId)} OR ${notExists(row.handle)} OR ${lt(row.expires, epoch())}`,
      )
      .commit(),
    t.user
      .patch({ userId })
      .set({
        emailVerified: true,
        hidden: User.isHidden({ ...user, emailVerified: true }),
        ...(passwordHash ? { passwordHash } : {}),
      })
      .where((row, names) => User.standsAs(user)(row as never, names as never))
      .commit(),
  ])
  if (codes?.[0] === refused) throw new AppError("gone", { reason: "link_used" })
  if (codes?.[2] === refused) {
    const changed = await User.byId(userId)
    if (!changed) throw new AppError("gone", { reason: "link_used" })
    return confirm(token, changed, passwordHash)
  }
  if (codes) throw new AppError("conflict", { reason: "handle_taken" })
}
