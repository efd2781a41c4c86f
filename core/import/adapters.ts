import type { Adapter } from "./adapter"
import { ichimai } from "./ichimai"
import { instagram } from "./instagram"
import { takeout } from "./takeout"

/** Every kind of archive that can be brought in, the most particular first. */
export const adapters: readonly Adapter[] = [ichimai, instagram, takeout]
