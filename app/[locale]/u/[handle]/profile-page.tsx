import type { ReactNode } from "react"
import { currentActor } from "@/app/_server/actor"
import { lookAt } from "@/app/_server/looking"
import { site } from "@/app/_server/site"
import { SelectMode } from "@/components/album/select-mode"
import { ClientMessages } from "@/components/client-messages"
import { PostRows } from "@/components/feed/post-rows"
import { ClosedNote } from "@/components/people/closed-note"
import { PersonActs } from "@/components/people/person-acts"
import { NoPosts } from "@/components/profile/no-posts"
import { OwnActs } from "@/components/profile/own-acts"
import { ProfileHead } from "@/components/profile/profile-head"
import { ProfileTabs } from "@/components/profile/profile-tabs"
import type { ProfileView } from "@/core/profile/profile.schema"
import { PageFrame } from "../../page-frame"
import { LookedProfile } from "./looked-profile"
import { postsOf } from "./profile"

type Props = {
  user: ProfileView
  tab: "posts" | "described"
  locale: "en" | "ja"
  cursor?: string
  as?: string
}

const paths = { posts: "", described: "/described" }

/** A person and one list of their posts. */
export async function ProfilePage({ user, tab, locale, cursor, as }: Props): Promise<ReactNode> {
  const { handle, name, viewer, postsVisible } = user
  const { own } = viewer
  const look = as && (await lookAt(user.id, as))
  if (look) return <LookedProfile look={look} handle={handle} tab={tab} cursor={cursor} />
  const actor = await currentActor()
  const page = await postsOf(handle, tab, cursor)
  const member = actor.kind === "user"
  return (
    <PageFrame current={own ? "you" : undefined} className="wide">
      <ProfileHead
        user={user}
        actions={
          own ? <OwnActs handle={handle} /> : <PersonActs person={user} member={member} siteUrl={site.url} />
        }
      />
      {postsVisible && <ProfileTabs handle={handle} current={tab} />}
      {page.items.length > 0 || page.nextCursor ? (
        <Choosable handle={own && tab === "posts" ? handle : undefined}>
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
        </Choosable>
      ) : !postsVisible ? (
        <ClosedNote name={name} requested={viewer.requested} />
      ) : (
        <NoPosts name={name} own={own} tab={tab} />
      )}
    </PageFrame>
  )
}

/** One's own posts can be chosen from, many at once. */
function Choosable({ handle, children }: { handle: string | undefined; children: ReactNode }) {
  if (handle === undefined) return children
  return (
    <ClientMessages of={["album", "api", "photo"]}>
      <SelectMode handle={handle}>{children}</SelectMode>
    </ClientMessages>
  )
}
