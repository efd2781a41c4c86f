import "server-only"
import { AppError } from "@/core/error"
import { answer } from "./route"

/** What the API says where nothing is. */
export const noSuchRoute = (request: Request) =>
  answer(request, async () => {
    throw new AppError("not_found")
  })
