import { tell } from "./desk"
import type { Desk } from "./desk-state"
import { follow } from "./follow"
import { prepare } from "./prepare"
import { publish } from "./publish"
import { send } from "./send"
import { faultOf, type Step } from "./steps"
import { nameOf, type Task, tasksOf } from "./tasks"

const steps = { prepare, send, follow }

/**
 * Does what the desk asks for, and stops what it no longer asks for.
 * @returns a function to be called whenever the desk has changed
 */
export function runner(partSize: number) {
  const running = new Map<string, AbortController>()
  return (desk: Desk) => {
    const tasks = tasksOf(desk)
    const wanted = new Set(tasks.map(nameOf))
    for (const [name, run] of running) {
      if (wanted.has(name)) continue
      running.delete(name)
      run.abort()
    }
    for (const task of tasks) {
      if (running.has(nameOf(task))) continue
      const run = new AbortController()
      running.set(nameOf(task), run)
      // Later, because what it tells changes the desk that is being looked at here.
      queueMicrotask(() => begin(task, run.signal, partSize))
    }
  }
}

async function begin(task: Task, signal: AbortSignal, partSize: number) {
  if (signal.aborted) return
  if (task.kind === "publish") return publish(task.post, signal)
  const { upload, kind } = task
  const { key } = upload
  const tellUnlessStopped: Step["tell"] = (event) => {
    if (!signal.aborted) tell({ ...event, key })
  }
  try {
    await steps[kind]({ upload, tell: tellUnlessStopped, signal, partSize })
  } catch (error) {
    tellUnlessStopped({ type: "failed", fault: faultOf(error) })
  }
}
