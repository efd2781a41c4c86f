/** What the local stage is called, and what its resources are called after it. */
export const app = { name: "photo-sharing-app", stage: "local" } as const
export const tableName = `${app.name}-${app.stage}-table`
export const buckets = {
  originals: `${app.name}-${app.stage}-originals`,
  evidence: `${app.name}-${app.stage}-evidence`,
  media: `${app.name}-${app.stage}-media`,
} as const
export const region = "us-east-1"
export const accessKeyId = "local"
