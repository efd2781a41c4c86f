import "server-only"
import { Block } from "@/core/block"
import { ApartView, FiltersView } from "@/core/block/block.schema"
import { pageOf } from "@/core/page.schema"
import { type Endpoint, nothing } from "../endpoint"

const tag = "Left in peace"

export const blocks: readonly Endpoint[] = [
  {
    method: "PUT",
    path: "/api/users/{handle}/block",
    operation: Block.block,
    summary: "Block a person: neither sees or follows the other any more",
    tag,
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "DELETE",
    path: "/api/users/{handle}/block",
    operation: Block.unblock,
    summary: "Take a block back",
    tag,
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "PUT",
    path: "/api/users/{handle}/mute",
    operation: Block.mute,
    summary: "Mute a person: feeds and notifications are without them",
    tag,
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "DELETE",
    path: "/api/users/{handle}/mute",
    operation: Block.unmute,
    summary: "Take a mute back",
    tag,
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/blocks",
    operation: Block.blocks,
    summary: "Whom one blocked",
    tag,
    auth: "user",
    answers: { 200: pageOf(ApartView) },
  },
  {
    method: "GET",
    path: "/api/me/mutes",
    operation: Block.mutes,
    summary: "Whom one muted",
    tag,
    auth: "user",
    answers: { 200: pageOf(ApartView) },
  },
  {
    method: "GET",
    path: "/api/me/filters",
    operation: Block.filters,
    summary: "The words that one filters out",
    tag,
    auth: "user",
    answers: { 200: FiltersView },
  },
  {
    method: "PUT",
    path: "/api/me/filters",
    operation: Block.setFilters,
    summary: "Replace the words that one filters out",
    tag,
    auth: "user",
    answers: { 200: FiltersView },
  },
]
