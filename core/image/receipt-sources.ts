import type { Receipt } from "./receipt.schema"

/** Where one kind of disclosure hides: EXIF and GPS tags, XMP properties, IPTC datasets, keywords of PNG texts. */
export type Source = {
  readonly exif?: readonly number[]
  readonly gps?: readonly number[]
  readonly xmp?: RegExp
  readonly iptc?: readonly number[]
  readonly text?: RegExp
}

export const SOURCES = {
  location: {
    // Coordinates, the destination's, and the texts about the method and the area.
    gps: [0x02, 0x04, 0x06, 0x14, 0x16, 0x1b, 0x1c],
    xmp: /GPSL(at|ong)itude|photoshop:(City|State|Country)|Iptc4xmp(Core:(Location|CountryCode)|Ext:Location)/,
    iptc: [26, 27, 90, 92, 95, 100, 101],
  },
  time: {
    exif: [0x0132, 0x9003, 0x9004],
    gps: [0x07, 0x1d],
    xmp: /exif:DateTime|xmp:(Create|Modify|Metadata)Date|photoshop:DateCreated/,
    iptc: [55, 60, 62, 63],
    text: /time|date/i,
  },
  deviceSerial: {
    // Body, lens; the two spellings of older cameras.
    exif: [0xa431, 0xa435, 0xc62f, 0xfde9],
    xmp: /SerialNumber/,
  },
  software: {
    exif: [0x000b, 0x0131, 0x013c],
    xmp: /xmp:CreatorTool|softwareAgent|tiff:(Software|HostComputer)/,
    iptc: [65],
    text: /^software$/i,
  },
  names: {
    // Artist, Copyright, owner, and Windows' author.
    exif: [0x013b, 0x8298, 0xa430, 0xfde8, 0x9c9d],
    xmp: /dc:(creator|rights)|OwnerName|PersonInImage|mwg-rs:Name|photoshop:(Credit|CaptionWriter)|tiff:(Artist|Copyright)/,
    iptc: [80, 110, 115, 116, 118, 122],
    text: /^(author|copyright|artist)$/i,
  },
  description: {
    // ImageDescription, UserComment, and Windows' title, comment, keywords and subject.
    exif: [0x010e, 0x9286, 0x9c9b, 0x9c9c, 0x9c9e, 0x9c9f],
    xmp: /dc:(title|description|subject)|photoshop:Headline|exif:UserComment/,
    iptc: [5, 25, 105, 120],
    text: /^(title|description|comment|subject|source)$/i,
  },
  thumbnail: { xmp: /xmp:Thumbnails|xmpGImg:image/ },
  makerNote: { exif: [0x927c, 0xc634] },
  video: { xmp: /MotionPhoto|MicroVideo/ },
} as const satisfies Record<Exclude<keyof Receipt, "bytes">, Source>
