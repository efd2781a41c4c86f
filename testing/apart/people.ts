import { Block } from "../../core/block"
import { Follow } from "../../core/follow"
import { given } from "../given"
import type { Row, World } from "./row"

const asked = async ({ me, other }: World) => {
  await given.closed(me)
  await Follow.follow(other, { handle: me.handle })
}

export const people: readonly Row[] = [
  { endpoint: "GET /api/users/{handle}", where: ({ other }) => `GET /api/users/${other.handle}` },
  { endpoint: "GET /api/users/{handle}/posts", where: ({ other }) => `GET /api/users/${other.handle}/posts` },
  // Also in the lists of somebody whom both know.
  {
    endpoint: "GET /api/users/{handle}/followers",
    where: ({ third }) => `GET /api/users/${third.handle}/followers`,
  },
  {
    endpoint: "GET /api/users/{handle}/following",
    where: ({ third }) => `GET /api/users/${third.handle}/following`,
  },
  {
    endpoint: "PUT /api/users/{handle}/follow",
    where: ({ other }) => `PUT /api/users/${other.handle}/follow`,
  },
  {
    endpoint: "DELETE /api/users/{handle}/follow",
    where: ({ other }) => `DELETE /api/users/${other.handle}/follow`,
  },
  {
    endpoint: "DELETE /api/me/followers/{handle}",
    where: ({ other }) => `DELETE /api/me/followers/${other.handle}`,
  },
  {
    endpoint: "GET /api/me/follow-requests",
    where: () => "GET /api/me/follow-requests",
    before: asked,
    gone: true,
  },
  {
    endpoint: "POST /api/me/follow-requests/{userId}",
    where: ({ other }) => `POST /api/me/follow-requests/${other.userId}`,
    json: { decision: "accept" },
    before: asked,
    gone: true,
  },
  { endpoint: "GET /api/me/suggestions", where: () => "GET /api/me/suggestions" },
  { endpoint: "PUT /api/users/{handle}/mute", where: ({ other }) => `PUT /api/users/${other.handle}/mute` },
  {
    endpoint: "DELETE /api/users/{handle}/mute",
    where: ({ other }) => `DELETE /api/users/${other.handle}/mute`,
  },
  {
    endpoint: "GET /api/me/mutes",
    where: () => "GET /api/me/mutes",
    before: ({ me, other }) => Block.mute(me, { handle: other.handle }),
  },
  {
    endpoint: "GET /api/notifications",
    where: () => "GET /api/notifications",
    before: ({ me, other }) => Follow.follow(other, { handle: me.handle }),
  },
]
