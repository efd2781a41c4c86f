import type { Settings } from "../core/settings.schema"

/** Changes the settings of a test file; call it before anything reads them. */
export function useSettings(
  change: Partial<Omit<Settings, "limits">> & { limits?: Partial<Settings["limits"]> },
) {
  const settings = JSON.parse(process.env.SST_RESOURCE_Settings ?? "{}")
  process.env.SST_RESOURCE_Settings = JSON.stringify({ ...settings, ...change })
}
