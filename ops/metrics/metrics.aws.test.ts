import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch"
import { expect, it } from "vitest"
import { namesOf, openStage } from "../stage"
import { seriesOf } from "./series"
import { windowOf } from "./source"

it("metrics of AWS are read part by part, each under its own dimensions", async () => {
  const names = namesOf("staging")
  const until = Date.now()
  const window = windowOf({ since: until - 3_600_000, until })
  const client = new CloudWatchClient({})
  const put = (service: string, MetricName: string, at: number, Value: number) =>
    client.send(
      new PutMetricDataCommand({
        Namespace: "PhotoSharingApp",
        MetricData: [
          {
            MetricName,
            Value,
            Timestamp: new Date(at),
            Dimensions: [{ Name: "service", Value: service }],
          },
        ],
      }),
    )
  await put(names.service, "Likes", window.since + 1000, 2)
  await put(names.service, "Likes", window.since + 2000, 3)
  await put(names.service, "Likes", window.since + window.step * 1000 * 2 + 1000, 4)
  await put("photo-sharing-app-production", "Likes", window.since + 1000, 100)
  await put(names.service, "PhotosStuck", window.since + 1000, 7)
  const series = seriesOf("product", { names, outputs: { table: names.table } })
  const values = await (await openStage("staging")).metrics().read(series, window)
  const of = (metric: string) => values[series.findIndex((one) => one.metric === metric)]
  expect(of("Likes")?.slice(0, 4)).toEqual([5, undefined, 4, undefined])
  expect(of("PhotosStuck")?.slice(0, 2)).toEqual([7, undefined])
  expect(of("Posts")).toEqual(Array(values[0]?.length).fill(undefined))
})
