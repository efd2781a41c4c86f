import { XMLBuilder, XMLParser, XMLValidator } from "fast-xml-parser"
import type { z } from "zod"
import { S3Error } from "./error"

export type XmlValue = string | number | boolean | XmlValue[] | { [name: string]: XmlValue | undefined }

const NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@" })
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreAttributes: true,
  htmlEntities: true,
  isArray: (name) => name === "Object" || name === "Part",
})

/** Writes one S3 answer document. Control characters, which keys may hold, become references as S3 writes them. */
export function writeXml(root: string, content: { [name: string]: XmlValue | undefined }): string {
  const attributes = root === "Error" ? {} : { "@xmlns": NAMESPACE }
  const body: string = builder.build({ [root]: { ...attributes, ...content } })
  return DECLARATION + escapeControls(body)
}

/**
 * Reads a request document into the shape a schema describes.
 * @throws S3Error `MalformedXML` when it is not XML or not of that shape.
 */
export function readXml<T>(text: string, schema: z.ZodType<T>): T {
  const malformed =
    "The XML you provided was not well-formed or did not validate against our published schema"
  if (XMLValidator.validate(text) !== true) throw new S3Error("MalformedXML", malformed)
  const read = schema.safeParse(parser.parse(text))
  if (!read.success) throw new S3Error("MalformedXML", malformed)
  return read.data
}

function escapeControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`)
}
