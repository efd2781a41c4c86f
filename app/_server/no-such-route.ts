import "server-only"
import { AppError } from "@/core/error"
import { answer } from "./route"

type Context = { params: Promise<{ rest: string[] }> }

/** What the API says where nothing is. */
export const noSuchRoute = async (request: Request, { params }: Context) =>
  answer(
    request,
    async () => {
      throw new AppError("not_found")
    },
    undefined,
    await params,
  )
