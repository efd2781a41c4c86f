import { crc32, deflateRawSync } from "node:zlib"

/** A thing of an archive, honest unless it says otherwise. */
export type Packed = {
  /** Raw bytes for a name that is no UTF-8. */
  name: string | Buffer
  bytes?: Buffer | string
  deflate?: boolean
  /** What the directory claims in place of the truth. */
  claims?: Partial<{
    size: number
    crc: number
    method: number
    flags: number
    offset: number
    compressed: number
  }>
  /** A link of Unix. */
  symlink?: boolean
}

/** A ZIP file, written by hand so that it can lie. */
export function zipped(files: readonly Packed[]): Buffer {
  const [bodies, heads]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const file of files) {
    const { body, head } = packed(file, offset)
    bodies.push(body)
    heads.push(head)
    offset += body.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directory, end])
}

function packed({ name, bytes = "", deflate, claims = {}, symlink }: Packed, at: number) {
  const [nameBytes, plain] = [Buffer.from(name), Buffer.from(bytes)]
  const data = deflate ? deflateRawSync(plain) : plain
  const { size = plain.length, crc = crc32(plain), method = deflate ? 8 : 0 } = claims
  const { flags = 0, offset = at, compressed = data.length } = claims
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(flags, 2)
  common.writeUInt16LE(method, 4)
  common.writeUInt32LE(crc, 10)
  common.writeUInt32LE(compressed, 14)
  common.writeUInt32LE(size, 18)
  common.writeUInt16LE(nameBytes.length, 22)
  const more = Buffer.alloc(14)
  more.writeUInt32LE(symlink ? (0o120777 << 16) >>> 0 : 0, 6)
  more.writeUInt32LE(offset, 10)
  const made = Buffer.from([20, symlink ? 3 : 0])
  return {
    body: Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, nameBytes, data]),
    head: Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), made, common, more, nameBytes]),
  }
}
