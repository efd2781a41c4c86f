import "server-only"
import { notFound } from "next/navigation"
import { AppError } from "@/core/error"

/** A view for a page, or the not-found page for what does not exist or may not be seen. */
export async function orNotFound<View>(view: Promise<View>): Promise<View> {
  try {
    return await view
  } catch (error) {
    // An id or handle that cannot exist is as absent as one that does not.
    if (error instanceof AppError && (error.code === "not_found" || error.code === "invalid")) notFound()
    throw error
  }
}
