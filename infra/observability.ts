import { watchApi } from "./alarms-api"
import { watchData } from "./alarms-data"
import { watchFunctions } from "./alarms-functions"
import { watchProduct } from "./alarms-product"
import { makeDashboard } from "./dashboard"

// In `sst dev` functions run on somebody's machine: their failures are no news.
if (!$dev) {
  watchApi()
  watchFunctions()
  watchData()
  watchProduct()
  makeDashboard()
}
