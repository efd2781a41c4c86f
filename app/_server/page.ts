import "server-only"
import { notFound } from "next/navigation"
import { AppError } from "@/core/error"

/** An id or handle that cannot exist is as absent as one that does not. */
const isAbsent = (error: unknown) =>
  error instanceof AppError && (error.code === "not_found" || error.code === "invalid")

/** A view for a page, or the not-found page for what does not exist or may not be seen. */
export async function orNotFound<View>(view: Promise<View>): Promise<View> {
  try {
    return await view
  } catch (error) {
    if (isAbsent(error)) notFound()
    throw error
  }
}

/** A view for a part of a page, or nothing for what does not exist or may not be seen. */
export async function orNothing<View>(view: Promise<View>): Promise<View | undefined> {
  try {
    return await view
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}
