import path from "node:path"
import { readSettings } from "../../local/settings"
import { command } from "../command"
import { lastReport, upload, write } from "./files"
import { makeReport } from "./make"
import { markdown } from "./markdown"
import type { Report } from "./report"
import { type Lang, langs } from "./words"

/** Defines the command that makes a report of a kind. */
export const maintenance = (kind: Report["kind"], summary: string, details: string) =>
  command({
    summary,
    details: [
      details,
      "Markdown, HTML and JSON are written to --out, and compared with the last of its kind there. Exit code 1 when a person",
      "is needed.",
    ].join("\n"),
    examples: [
      `maintenance ${kind} --stage production`,
      `maintenance ${kind} --lang ja --out reports --stage production`,
      `maintenance ${kind} --upload s3://my-bucket/reports --stage production`,
    ],
    args: {
      lang: { type: "enum", options: [...langs], default: "en", description: "the language of the report" },
      out: {
        type: "string",
        valueHint: "folder",
        description: "where to; else reports/<stage> of the data folder",
      },
      upload: { type: "string", valueHint: "s3://bucket/folder", description: "into storage as well" },
    },
    async run({ args, stage, say }) {
      const folder = path.resolve(args.out ?? path.join(readSettings().dataDir, "reports", stage.name))
      const last = await lastReport(folder, kind, new Date().toISOString().slice(0, 10))
      const lang = args.lang as Lang
      const report = await makeReport(stage, { kind, lang, say, ...(last ? { last } : {}) })
      const files = await write(report, folder)
      const places = args.upload ? await upload(stage, report, args.upload) : []
      const where = [...files, ...places].map((file) => `  ${file}`).join("\n")
      return {
        data: { ...report, files: [...files, ...places] },
        text: `${markdown(report)}\n${where}`,
        ok: report.needs.length === 0,
      }
    },
  })
