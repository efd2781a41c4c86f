export type RejectReason = "unsupported" | "too_many_pixels" | "corrupt" | "empty" | "timeout"

/** A file that cannot become a photo. `reason` is for its owner; `kind` is what the bytes turned out to be. */
export class ImageRejected extends Error {
  override readonly name = "ImageRejected"

  constructor(
    readonly reason: RejectReason,
    readonly kind?: string,
    options?: ErrorOptions,
  ) {
    super(kind === undefined ? `image rejected: ${reason}` : `image rejected: ${reason} (${kind})`, options)
  }
}
