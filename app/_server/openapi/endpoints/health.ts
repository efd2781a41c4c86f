import "server-only"
import { Health } from "@/core/health"
import { HealthView } from "@/core/health/health.schema"
import type { Endpoint } from "../endpoint"

export const health: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/health",
    operation: Health.check,
    summary: "Whether the site, its table and its storage answer",
    tag: "Health",
    auth: "anyone",
    answers: { 200: HealthView, 503: HealthView },
  },
  {
    method: "GET",
    path: "/api/health",
    operation: Health.check,
    summary: "The same, under /api",
    tag: "Health",
    auth: "anyone",
    answers: { 200: HealthView, 503: HealthView },
  },
]
