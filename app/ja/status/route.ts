import { statusRoute } from "@/app/_server/outside/status"

export const GET = statusRoute("ja")
