import { useTranslations } from "next-intl"
import { currentActor } from "@/app/_server/actor"
import { orNotFound } from "@/app/_server/page"
import { ClosedNote } from "@/components/people/closed-note"
import { NoPeople } from "@/components/people/no-people"
import { PeopleFrame, type PeopleTab } from "@/components/people/people-frame"
import { PeopleList } from "@/components/people/people-list"
import { usePeopleListWords } from "@/components/people/words"
import { Follow } from "@/core/follow"
import type { PersonView } from "@/core/follow/follow.schema"
import type { Page } from "@/core/page.schema"
import type { ProfileView } from "@/core/profile/profile.schema"
import { getPathname } from "@/i18n/navigation"
import { PageFrame } from "../../page-frame"

type Props = { user: ProfileView; tab: PeopleTab; locale: "en" | "ja"; cursor?: string }

const lists = { followers: Follow.followers, following: Follow.following }

/** Who follows a person, or whom they follow. */
export async function PeoplePage({ user, tab, locale, cursor }: Props) {
  const actor = await currentActor()
  const { handle, name, postsVisible, viewer } = user
  const page = postsVisible ? await orNotFound(lists[tab](actor, { handle, cursor })) : undefined
  return (
    <PageFrame current={viewer.own ? "you" : undefined} className="page page--text">
      <PeopleFrame user={user} tab={tab}>
        {!page && <ClosedNote name={name} requested={viewer.requested} />}
        {page?.items.length === 0 && page.nextCursor === null && (
          <NoPeople name={name} own={viewer.own} tab={tab} />
        )}
        {page && (page.items.length > 0 || page.nextCursor) && (
          <List user={user} tab={tab} locale={locale} page={page} member={actor.kind === "user"} />
        )}
      </PeopleFrame>
    </PageFrame>
  )
}

type ListProps = Omit<Props, "cursor"> & { page: Page<PersonView>; member: boolean }

function List({ user: { handle, name, viewer }, tab, locale, page, member }: ListProps) {
  const t = useTranslations("people")
  const words = usePeopleListWords()
  return (
    <PeopleList
      label={t(`${tab}Title`, { name })}
      page={page}
      source={{
        api: `/api/users/${handle}/${tab}`,
        path: getPathname({ href: `/u/${handle}/${tab}`, locale }),
      }}
      words={words}
      member={member}
      removable={viewer.own && tab === "followers"}
    />
  )
}
