type Picker = (options: {
  suggestedName: string
  types: { description: string; accept: Record<string, string[]> }[]
}) => Promise<{ createWritable: () => Promise<WritableStream<Uint8Array>> }>

const picker = () => (window as unknown as { showSaveFilePicker?: Picker }).showSaveFilePicker

/** Whether the browser writes a file while it comes; others keep it in memory until it is whole. */
export const writesToDisk = () => picker() !== undefined

/** Where the archive goes. To be asked for in the click itself: the browser asks the person. */
export async function chosenFile(name: string): Promise<WritableStream<Uint8Array> | undefined> {
  const pick = picker()
  if (!pick) return undefined
  const types = [{ description: "ZIP", accept: { "application/zip": [".zip"] } }]
  return (await pick.call(window, { suggestedName: name, types })).createWritable()
}

/** Writes the archive, or hands it over when it is whole. */
export async function save(
  zip: ReadableStream<Uint8Array>,
  name: string,
  file: WritableStream<Uint8Array> | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (file) return zip.pipeTo(file, { signal })
  const blob = await new Response(zip, { headers: { "content-type": "application/zip" } }).blob()
  signal.throwIfAborted()
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement("a"), { href: url, download: name })
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
