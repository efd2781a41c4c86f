import "server-only"
import { Album } from "@/core/album"
import { AddedView, AlbumCard, AlbumsOfPost, AlbumView, MemberView } from "@/core/album/album.schema"
import { pageOf } from "@/core/page.schema"
import { PostView } from "@/core/post/post.schema"
import { type Endpoint, nothing } from "../endpoint"

const album = "/api/albums/{albumId}"
const rest = { tag: "Albums", auth: "user" } as const
const open = { tag: "Albums", auth: "anyone" } as const
const get = { method: "GET" } as const
const post = { method: "POST" } as const
const cards = { 200: pageOf(AlbumCard) }

export const albums: readonly Endpoint[] = [
  {
    ...get,
    path: "/api/albums",
    operation: Album.mine,
    summary: "One's own albums, or with `kind=shared` those of others that one is a member of",
    ...rest,
    answers: cards,
  },
  {
    ...post,
    path: "/api/albums",
    operation: Album.create,
    summary: "Make an album, also inside another one of one's own",
    ...rest,
    answers: { 201: AlbumView },
  },
  {
    ...get,
    path: "/api/users/{handle}/albums",
    operation: Album.byUser,
    summary: "The outermost albums of a person that one may see, the newest first",
    ...open,
    answers: cards,
  },
  { ...get, path: album, operation: Album.get, summary: "An album", ...open, answers: { 200: AlbumView } },
  {
    method: "PATCH",
    path: album,
    operation: Album.edit,
    summary: "Change an album, or move it into another: what is given, and nothing else",
    ...rest,
    answers: { 200: AlbumView },
  },
  {
    method: "DELETE",
    path: album,
    operation: Album.remove,
    summary: "Delete an album, never a post; the albums in it move up",
    ...rest,
    answers: { 204: nothing },
  },
  {
    ...get,
    path: `${album}/albums`,
    operation: Album.children,
    summary: "The albums inside an album",
    ...open,
    answers: cards,
  },
  {
    ...get,
    path: `${album}/items`,
    operation: Album.items,
    summary: "The posts of an album in its order: its owner and members see all, others what they see anyway",
    ...open,
    answers: { 200: pageOf(PostView) },
  },
  {
    ...post,
    path: `${album}/items`,
    operation: Album.addItems,
    summary: "Add posts of one's own, up to a hundred at once, at the end",
    ...rest,
    answers: { 200: AddedView },
  },
  {
    method: "DELETE",
    path: `${album}/items`,
    operation: Album.removeItems,
    summary: "Take posts out; managers all, everybody their own",
    ...rest,
    answers: { 204: nothing },
  },
  {
    method: "PUT",
    path: `${album}/items/{postId}`,
    operation: Album.addItem,
    summary: "Add a post of one's own; twice is once",
    ...rest,
    answers: { 204: nothing },
  },
  {
    method: "DELETE",
    path: `${album}/items/{postId}`,
    operation: Album.removeItem,
    summary: "Take a post out",
    ...rest,
    answers: { 204: nothing },
  },
  {
    method: "PATCH",
    path: `${album}/order`,
    operation: Album.order,
    summary: "Move posts to an end or beside another, in an album ordered by hand",
    ...rest,
    answers: { 204: nothing },
  },
  {
    ...get,
    path: `${album}/members`,
    operation: Album.members,
    summary: "The members of an album, for its members",
    ...rest,
    answers: { 200: pageOf(MemberView) },
  },
  {
    ...post,
    path: `${album}/members`,
    operation: Album.addMember,
    summary: "Make somebody a member by their handle, or give them another role",
    ...rest,
    answers: { 204: nothing },
  },
  {
    method: "PUT",
    path: `${album}/members/{userId}`,
    operation: Album.setMember,
    summary: "Give a member another role",
    ...rest,
    answers: { 204: nothing },
  },
  {
    method: "DELETE",
    path: `${album}/members/{userId}`,
    operation: Album.removeMember,
    summary: "End a membership, also one's own, from the next request on",
    ...rest,
    answers: { 204: nothing },
  },
  {
    ...get,
    path: "/api/posts/{postId}/albums",
    operation: Album.ofPost,
    summary: "The albums that a post is in and that one may see; its author reads of all",
    ...open,
    answers: { 200: AlbumsOfPost },
  },
]
