import type { ReactNode } from "react"
import { currentActor } from "@/app/_server/actor"
import { site } from "@/app/_server/site"
import { PostRows } from "@/components/feed/post-rows"
import { ClosedNote } from "@/components/people/closed-note"
import { PersonActs } from "@/components/people/person-acts"
import { EditProfile } from "@/components/profile/edit-profile"
import { NoPosts } from "@/components/profile/no-posts"
import { ProfileHead } from "@/components/profile/profile-head"
import { ProfileTabs } from "@/components/profile/profile-tabs"
import type { ProfileView } from "@/core/profile/profile.schema"
import { PageFrame } from "../../page-frame"
import { postsOf } from "./profile"

type Props = { user: ProfileView; tab: "posts" | "described"; locale: "en" | "ja"; cursor?: string }

const paths = { posts: "", described: "/described" }

/** A person and one list of their posts. */
export async function ProfilePage({ user, tab, locale, cursor }: Props): Promise<ReactNode> {
  const { handle, name, viewer, postsVisible } = user
  const { own } = viewer
  const actor = await currentActor()
  const page = await postsOf(handle, tab, cursor)
  const member = actor.kind === "user"
  return (
    <PageFrame current={own ? "you" : undefined} className="wide">
      <ProfileHead
        user={user}
        actions={own ? <EditProfile /> : <PersonActs person={user} member={member} siteUrl={site.url} />}
      />
      {postsVisible && user.counts.posts > 0 && <ProfileTabs handle={handle} current={tab} />}
      {page.items.length > 0 || page.nextCursor ? (
        <div className="bleed">
          <PostRows
            page={page}
            source={{
              api: `/api/users/${handle}/posts${tab === "described" ? "?described=1" : ""}`,
              path: `/u/${handle}${paths[tab]}`,
            }}
            locale={locale}
            showAuthor={false}
          />
        </div>
      ) : !postsVisible ? (
        <ClosedNote name={name} requested={viewer.requested} />
      ) : (
        <NoPosts name={name} own={own} tab={tab} />
      )}
    </PageFrame>
  )
}
