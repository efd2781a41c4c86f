import type { Output } from "../outputs"

export type Made = Output & { bytes: Buffer }

/** A way to make files of a photo. Each is a module of its own: what one loads is no business of another. */
export type Way = (photo: Buffer) => Promise<Made[]>
