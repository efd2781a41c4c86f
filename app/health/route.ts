import { route } from "@/app/_server/route"
import { Health } from "@/core/health"

export const GET = route(Health.check, {
  status: ({ status }) => (status === "ok" ? 200 : 503),
  anonymous: true,
})
