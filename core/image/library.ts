import sharp from "sharp"

// One photo at a time on one core: parallel work is the caller's business, and a cache of photos never hits.
sharp.concurrency(1)
sharp.cache(false)

// Only these decoders run on what strangers send. SVG, PDF, TIFF and Magick stay shut even if a file slips past
// the magic bytes.
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadHeifBuffer",
    "VipsForeignLoadNsgifBuffer",
  ],
})

/** sharp, restricted for untrusted input. The rest of this folder takes it from here. */
export { sharp }
