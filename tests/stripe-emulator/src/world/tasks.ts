import { newId } from './ids.ts'
import type { Task, TaskKind } from './state.ts'
import type { World } from './world.ts'

export type TaskHandlers = Record<TaskKind, (world: World, subjectId: string) => void>

/** Remembers work due in `delayMs` of emulator time. */
export const schedule = (world: World, kind: TaskKind, subjectId: string, delayMs: number): void => {
  const task: Task = { id: newId('task'), dueAtMs: world.nowMs() + delayMs, kind, subjectId }
  world.state.tasks[task.id] = task
}

export const nextTask = (world: World): Task | undefined =>
  Object.values(world.state.tasks).reduce<Task | undefined>(
    (first, task) => (first && first.dueAtMs <= task.dueAtMs ? first : task),
    undefined,
  )

const runTask = (world: World, handlers: TaskHandlers, task: Task) => {
  delete world.state.tasks[task.id]
  handlers[task.kind](world, task.subjectId)
}

/** Runs what is due now, in order of its time. */
export const runDueTasks = (world: World, handlers: TaskHandlers): void => {
  for (let task = nextTask(world); task && task.dueAtMs <= world.nowMs(); task = nextTask(world)) runTask(world, handlers, task)
}

/** Moves the emulator's clock forward, stopping at each task on the way so that it sees its own time. */
export const advanceClock = (world: World, handlers: TaskHandlers, byMs: number): void => {
  let leftMs = byMs
  for (let task = nextTask(world); task && task.dueAtMs <= world.nowMs() + leftMs; task = nextTask(world)) {
    const stepMs = Math.max(0, task.dueAtMs - world.nowMs())
    world.state.clockOffsetMs += stepMs
    leftMs -= stepMs
    runTask(world, handlers, task)
  }
  world.state.clockOffsetMs += leftMs
  world.changed()
}
