import { ifSeen } from "@/app/_server/looking"
import { site } from "@/app/_server/site"
import { ClosedNote } from "@/components/people/closed-note"
import { PersonActs } from "@/components/people/person-acts"
import { NoPosts } from "@/components/profile/no-posts"
import { ProfileHead } from "@/components/profile/profile-head"
import { ProfileTabs } from "@/components/profile/profile-tabs"
import { LookedRows } from "@/components/viewing/looked-rows"
import { Post } from "@/core/post"
import { Profile } from "@/core/profile"
import type { Viewing } from "@/core/viewing"
import { LookedFrame } from "../../looked-frame"

type Props = {
  look: Viewing.Look
  handle: string
  tab: "posts" | "described"
  cursor?: string | undefined
}

const paths = { posts: "", described: "/described" }

/** One's own profile as somebody else sees it. */
export async function LookedProfile({ look, handle, tab, cursor }: Props) {
  const { actor, asked } = look
  const path = `/u/${handle}${paths[tab]}`
  const described = tab === "described" ? ({ described: "1" } as const) : {}
  const [user, page] = await Promise.all([
    ifSeen(Profile.get(actor, { handle })),
    ifSeen(Post.byUser(actor, { handle, cursor, ...described })),
  ])
  if (!user || !page) return <LookedFrame look={look} path={path} />
  const { name, postsVisible, viewer } = user
  return (
    <LookedFrame look={look} path={path} className="wide">
      <ProfileHead
        user={user}
        actions={<PersonActs person={user} member={actor.kind === "user"} siteUrl={site.url} />}
      />
      {postsVisible && user.counts.posts > 0 && (
        <ProfileTabs handle={handle} current={tab} query={{ as: asked }} />
      )}
      {page.items.length > 0 || page.nextCursor ? (
        <LookedRows page={page} path={path} asked={asked} />
      ) : !postsVisible ? (
        <ClosedNote name={name} requested={viewer.requested} />
      ) : (
        <NoPosts name={name} own={false} tab={tab} />
      )}
    </LookedFrame>
  )
}
