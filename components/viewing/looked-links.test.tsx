import { PathParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime"
import { NextIntlClientProvider } from "next-intl"
import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, it } from "vitest"
import { AlbumIntro } from "@/components/album/album-intro"
import { PostAlbums } from "@/components/post/post-albums"
import { PostAuthor } from "@/components/post/post-author"
import type { AlbumView } from "@/core/album/album.schema"
import type { PostView } from "@/core/post/post.schema"
import en from "@/messages/en"

const person = { id: "usr_1", handle: "ada", name: "Ada" }
const post = { id: "pst_1", author: person, createdAt: "2026-11-01T00:00:00.000Z" } as PostView
const album = {
  id: "alb_1",
  title: "Hakodate",
  visibility: "public",
  owner: person,
  path: [{ id: "alb_0", title: "Japan" }],
} as AlbumView

const addressesIn = (shown: ReactNode) => {
  const markup = renderToStaticMarkup(
    <PathParamsContext.Provider value={{ locale: "en" }}>
      <NextIntlClientProvider locale="en" messages={en} timeZone="UTC" now={new Date(post.createdAt)}>
        {shown}
      </NextIntlClientProvider>
    </PathParamsContext.Provider>,
  )
  return [...new Set([...markup.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href))]
}

it.each([
  [{}, ""],
  [{ query: { as: "follower" } }, "?as=follower"],
])("leads on as whoever one looks as: %j", (as, end) => {
  expect(addressesIn(<PostAuthor post={post} tie={null} {...as} />)).toEqual([`/u/ada${end}`])
  expect(addressesIn(<PostAlbums albums={[album]} {...as} />)).toEqual([`/a/alb_1${end}`])
  expect(addressesIn(<AlbumIntro album={album} {...as} />)).toEqual([`/a/alb_0${end}`, `/u/ada${end}`])
})
