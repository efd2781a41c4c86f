/// <reference path="./.sst/platform/config.d.ts" />

/** What is in AWS, one file of infra/ a family of resources. */
export default $config({
  app({ stage }) {
    const production = stage === "production"
    return {
      name: "photo-sharing-app",
      home: "aws",
      removal: production ? "retain" : "remove",
      protect: production,
      providers: {
        aws: { version: "7.20.0", region: (process.env.PHOTO_APP_REGION || "ap-northeast-1") as aws.Region },
      },
    }
  },
  async run() {
    // First, so that nothing is made of settings that are missing or wrong.
    const { settings } = await import("./infra/stage")
    await import("./infra/lambda")
    const { table } = await import("./infra/table")
    const { router, siteUrl } = await import("./infra/cdn")
    const { evidence, media, originals } = await import("./infra/storage")
    await import("./infra/image")
    await import("./infra/stream")
    await import("./infra/schedules")
    await import("./infra/web")
    const { api, apiUrl } = await import("./infra/api")
    await import("./infra/masked-logs")
    const { alerts, escalation } = await import("./infra/topics")
    const { publicSettings } = await import("./infra/links")
    await import("./infra/observability")
    await import("./infra/cost")
    await import("./infra/compliance")
    return {
      site: siteUrl,
      api: apiUrl,
      ...(api ? { apiId: api.nodes.api.id } : {}),
      distribution: router.distributionID,
      table: table.name,
      originals: originals.name,
      media: media.name,
      evidence: evidence.name,
      topic: alerts.arn,
      // What an operator's commands read, as the functions do.
      escalation,
      settings: publicSettings,
      region: settings.region,
      stage: $app.stage,
    }
  },
})
