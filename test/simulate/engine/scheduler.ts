import { createHash } from 'node:crypto'
import type { Chance } from './chance.ts'
import { realTurn } from './host.ts'

interface Task {
  readonly time: number
  /** Who comes first of those of one instant. */
  readonly tie: number
  readonly label: string
  wake: (() => void) | undefined
}

const isBefore = (one: Task, other: Task): boolean =>
  one.time < other.time || (one.time === other.time && one.tie < other.tie)

/** Thrown where nobody is left who could go on, or everybody goes on for ever. */
export class Stuck extends Error {}

/**
 * Who may go on, one at a time. Every await of the plugged parts ends in a task of this list; between two tasks everything runs until
 * nothing is ready any more, so that the journey is the order of the tasks and nothing else.
 */
export class Scheduler {
  /** Milliseconds since 1970, virtual. */
  now: number
  steps = 0
  readonly #chance: Chance
  readonly #heap: Task[] = []
  readonly #digest = createHash('sha256')
  /** The last lines of the journey, for who wants to see how it ended. */
  readonly lines: string[] = []
  readonly #keepLines: boolean

  constructor(chance: Chance, from: number, keepLines = false) {
    this.#chance = chance
    this.now = from
    this.#keepLines = keepLines
  }

  /** Writes something into the journey. */
  note(line: string): void {
    this.#digest.update(`${this.now} ${line}\n`)
    if (this.#keepLines) this.lines.push(`${new Date(this.now).toISOString()} ${line}`)
  }

  /** SHA-256 of the whole journey, once it has ended. */
  digest(): string {
    return this.#digest.digest('hex')
  }

  /** Calls back after so many milliseconds; the function that it returns calls that off. */
  after(milliseconds: number, label: string, wake: () => void): () => void {
    const time = this.now + Math.max(0, Number.isFinite(milliseconds) ? milliseconds : 1e15)
    const task: Task = { time, tie: this.#chance.draw('ties'), label, wake }
    this.#push(task)
    return () => {
      task.wake = undefined
    }
  }

  /** A moment in which everybody else may go on: up to so many milliseconds. */
  hop(label: string, longest = 4): Promise<void> {
    return this.pause(Math.floor(this.#chance.draw(`hop ${label}`) * (longest + 1)), label)
  }

  pause(milliseconds: number, label: string): Promise<void> {
    return new Promise((resolve) => {
      this.after(milliseconds, label, resolve)
    })
  }

  sleep(milliseconds: number, signal: AbortSignal | undefined, label: string): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const done = () => {
        callOff()
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const callOff = this.after(milliseconds, label, done)
      signal?.addEventListener('abort', done, { once: true })
    })
  }

  /** Until the work has ended. @throws Stuck when nobody can go on, or nobody stops. */
  async run<Result>(work: Promise<Result>, mostSteps: number): Promise<Result> {
    let isOver = false
    const end = () => {
      isOver = true
    }
    work.then(end, end)
    for (;;) {
      await realTurn()
      if (isOver) return work
      const task = this.#pop()
      if (!task) throw new Stuck('nobody can go on')
      if (this.steps >= mostSteps) throw new Stuck(`no end after ${mostSteps} steps`)
      this.steps += 1
      this.now = task.time
      this.note(task.label)
      task.wake?.()
    }
  }

  #push(task: Task): void {
    const heap = this.#heap
    let place = heap.push(task) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isBefore(task, heap[parent] as Task)) break
      heap[place] = heap[parent] as Task
      place = parent
    }
    heap[place] = task
  }

  /** The next that was not called off. */
  #pop(): Task | undefined {
    for (;;) {
      const first = this.#takeFirst()
      if (!first || first.wake) return first
    }
  }

  #takeFirst(): Task | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (heap.length === 0 || !last) return first
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      const right = child + 1
      if (child >= heap.length) break
      if (right < heap.length && isBefore(heap[right] as Task, heap[child] as Task)) child = right
      if (!isBefore(heap[child] as Task, last)) break
      heap[place] = heap[child] as Task
      place = child
    }
    heap[place] = last
    return first
  }
}
