import { expect, it } from "vitest"
import { given, type Person } from "../../testing/given"
import { newId } from "../id"
import { User } from "../user"
import type { Importing } from "./adapter"
import { restoreProfile } from "./ichimai-profile"

const words = { name: "Ada L.", bio: "Light.", links: [], locale: "en" as const }
const restored = ({ userId }: Person, closed: { private: boolean; unlisted: boolean }) =>
  restoreProfile({ do: "profile", profile: { ...words, ...closed } }, {
    importId: newId("import"),
    userId,
  } as Importing)

it("leaves an account that is private as closed as it is", async () => {
  const ada = await given.person()
  await User.update(ada, { private: true, unlisted: true })
  await restored(ada, { private: false, unlisted: false })
  expect(await User.me(ada, {})).toMatchObject({ bio: "Light.", private: true, unlisted: true })
})

it("closes an account whose archive is of one that was private", async () => {
  const ada = await given.person()
  await restored(ada, { private: true, unlisted: true })
  expect(await User.me(ada, {})).toMatchObject({ bio: "Light.", private: true, unlisted: true })
})
