export * as Sitemap from "./sitemap"
