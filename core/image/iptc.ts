const MARKER = 0x1c
const APPLICATION_RECORD = 2

/**
 * The numbers of the datasets in the application record (2:x) of an IPTC block, or of Photoshop's block around one.
 * Never throws.
 */
export function iptcDatasets(block: Uint8Array): Set<number> {
  const datasets = new Set<number>()
  for (let at = block.indexOf(MARKER); at !== -1; at = block.indexOf(MARKER, at + 1)) {
    const dataset = block[at + 2]
    if (block[at + 1] === APPLICATION_RECORD && dataset !== undefined) datasets.add(dataset)
  }
  return datasets
}
