import { readdirSync, readFileSync } from 'node:fs'
import { orderKinds } from '../src/domain/index.ts'
import type { JournalEntry, LifecycleInput, LifecycleRecord } from '../src/machine/index.ts'
import { createRuntime, type Dispatch, type Runtime, type Store } from '../src/runtime/index.ts'
import { type LifecycleEvent, type Services, versionOfOrder } from '../src/schemas/index.ts'

/** A life as somebody tells it to a runtime. */
export interface Life {
  readonly input: LifecycleInput
  readonly commands: readonly Dispatch[]
}

/** Callers take turns, so the clock stands still: each command counts from the one before it. */
export const now = '2026-03-02T09:00:00.000+08:00'
const folder = new URL('../test/golden/2/', import.meta.url)
const services = Object.fromEntries(orderKinds.map((kind) => [kind, async () => []])) as unknown as Services

/** Up to the first clock: what a clock tells is the pump's. */
const lifeIn = (file: string): Life => {
  const lines = readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n')
  const [opening, ...told] = lines.map((line) => JSON.parse(line) as JournalEntry)
  if (!opening || !('opened' in opening.cause)) throw new Error(`${file} opens nothing`)
  const { opened: input } = opening.cause
  const first = told.findIndex(({ cause }) => 'timer' in cause)
  const commands = told.slice(0, first < 0 ? told.length : first).map(({ seq, actor, cause }) => {
    const {
      by: _by,
      at: _at,
      seq: _seq,
      ...event
    } = cause as LifecycleEvent & Record<'by' | 'at' | 'seq', unknown>
    return {
      lifecycleId: input.lifecycleId,
      commandId: `command-${seq}`,
      actor,
      event: event as LifecycleEvent,
    }
  })
  return { input, commands }
}

// In merchant-owned.journal.jsonl the merchant's word about its device comes before the clock that it waits for.
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.journal.jsonl') && !file.startsWith('merchant-owned'))
  .map((file) => JSON.stringify(lifeIn(file)))

let made = 0
const another = (text: string): Life => {
  made += 1
  const { lifecycleId, acquirerId } = (JSON.parse(text) as Life).input
  return JSON.parse(text.replaceAll(lifecycleId, `life-${made}`).replaceAll(acquirerId, `ACQ-${made}`))
}

/** New lives, as the golden journals tell theirs; each of an acquirer of its own, so that no number is in another one's way. */
export const newLives = (count: number): readonly Life[] =>
  Array.from({ length: count }, (_, n) => another(texts[n % texts.length] ?? ''))

/** New lives that have come to the settlement of their closure: 22 commands. */
export const newClosures = (count: number): readonly Life[] =>
  Array.from({ length: count }, () => another(texts[0] ?? ''))

export const benchRuntime = (store: Store): Runtime =>
  createRuntime({ store, services, clock: { now: () => now } })

export async function openAll(runtime: Runtime, lives: readonly Life[]): Promise<void> {
  const opened = await runtime.openAll(lives.map(({ input }) => ({ input })))
  if (opened.some(({ outcome }) => outcome !== 'opened')) throw new Error('a life was not opened')
}

/** The journals name orders after versions, a runtime after commands: what the records of its answers call them. */
function ownNames({ lifecycleId }: LifecycleInput) {
  const names = new Map<string, string>()
  const known = new Set<string>()
  return {
    learn: ({ context }: LifecycleRecord) => {
      for (const order of Object.values(context.orders)) {
        const { orderId } = order
        if (known.has(orderId)) continue
        known.add(orderId)
        names.set(`${lifecycleId}/${versionOfOrder(order)}/${orderId.split('/').at(-1)}`, orderId)
      }
    },
    said: (command: Dispatch): Dispatch => {
      const { event } = command
      if (!('orderId' in event) || event.orderId === undefined) return command
      return { ...command, event: { ...event, orderId: names.get(event.orderId) ?? event.orderId } }
    },
  }
}

/** One life, one command after another. */
export async function tell(
  runtime: Runtime,
  { input, commands }: Life,
  told: (command: Dispatch) => void = () => {},
): Promise<void> {
  const { learn, said } = ownNames(input)
  for (const command of commands) {
    const answer = await runtime.dispatch(said(command))
    if (!answer.accepted) throw new Error(`${command.event.type} was refused`)
    learn(answer.record)
    told(command)
  }
}

/** So many callers, each of whom tells one life after another. */
export async function tellAll(runtime: Runtime, lives: readonly Life[], callers: number): Promise<void> {
  const left = [...lives]
  const call = async () => {
    for (let life = left.shift(); life; life = left.shift()) await tell(runtime, life)
  }
  await Promise.all(Array.from({ length: callers }, call))
}
