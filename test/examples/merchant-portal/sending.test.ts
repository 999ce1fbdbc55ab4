import { describe, expect, it } from 'vitest'
import { createSender, type Sending } from '../../../examples/merchant-portal/src/data/sending.ts'
import type { LostWrite, Reconciled } from '../../../src/contract/index.ts'
import { OutcomeUnknownError, RefusedError, VersionConflictError } from '../../../src/errors/index.ts'

const lost = (idempotencyKey: string) =>
  new OutcomeUnknownError({
    request: { method: 'POST', url: 'https://office.example/v1/terminals/life-1/closures' },
    idempotencyKey,
    operation: 'submitClosure',
    lifecycleId: 'life-1',
  })

const formFor = (...found: readonly (Reconciled | Error)[]) => {
  const shown: Sending[] = []
  const kept: (LostWrite | undefined)[] = []
  const answers = [...found]
  let keys = 0
  const sender = createSender({
    newKey: () => {
      keys += 1
      return `key-${keys}`
    },
    pause: () => Promise.resolve(),
    show: (state) => shown.push(state),
    keep: (write) => kept.push(write),
    reconcile: async () => {
      const answer = answers.shift()
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked too often')
      return answer
    },
  })
  const sentUnder: string[] = []
  const send = (act: (key: string) => Promise<unknown>) =>
    sender.send(({ idempotencyKey }) => {
      sentUnder.push(idempotencyKey)
      return act(idempotencyKey)
    })
  return { sender, send, sentUnder, kept, states: () => shown.map(({ is }) => is) }
}

const operation = 'submitClosure' as const
const done = { outcome: 'done', operation, reply: { idempotencyKey: 'key-1', status: 'accepted' } } as const
const missing = { outcome: 'notCarriedOut', operation } as const

describe('What a page sends', () => {
  it('is done when the answer says so', async () => {
    const form = formFor()
    expect(await form.send(async () => 'ok')).toBe(true)
    expect(form.states()).toEqual(['sending', 'done'])
  })

  it('is called unknown while nobody knows, kept beyond a reload, and never sent twice', async () => {
    const form = formFor(new Error('offline'), { outcome: 'pending', operation }, done)
    expect(await form.send((key) => Promise.reject(lost(key)))).toBe(true)
    expect(form.states()).toEqual(['sending', 'unknown', 'done'])
    expect(form.sentUnder).toEqual(['key-1'])
    expect(form.kept.map((write) => write?.idempotencyKey)).toEqual(['key-1', undefined])
  })

  it('may be sent again under the same key once it was missing three times', async () => {
    const form = formFor(missing, missing, missing)
    expect(await form.send((key) => Promise.reject(lost(key)))).toBe(false)
    expect(form.states()).toEqual(['sending', 'unknown', 'notArrived'])
    await form.send(async () => 'ok')
    expect(form.sentUnder).toEqual(['key-1', 'key-1'])
  })

  it('is not sent while another sending is under way', async () => {
    const form = formFor()
    let answer = (_: string) => {}
    const first = form.send(() => new Promise((resolve) => (answer = resolve)))
    expect(await form.send(async () => 'twice')).toBe(false)
    answer('ok')
    expect(await first).toBe(true)
    expect(form.sentUnder).toEqual(['key-1'])
  })

  it('says why it was refused, and takes a new key for what was corrected', async () => {
    const form = formFor()
    await form.send(() => Promise.reject(new RefusedError({ refusal: 'BLOCKED' })))
    await form.send(async () => 'ok')
    expect(form.states()).toEqual(['sending', 'refused', 'sending', 'done'])
    expect(form.sentUnder).toEqual(['key-1', 'key-2'])
  })

  it('says that somebody else was faster', async () => {
    const form = formFor()
    const conflict = Object.create(VersionConflictError.prototype, {
      code: { value: 'VERSION_CONFLICT' },
    }) as VersionConflictError
    await form.send(() => Promise.reject(conflict))
    expect(form.states().at(-1)).toBe('changed')
  })

  it('is asked after when the page was loaded again', async () => {
    const form = formFor(done)
    expect(await form.sender.resume({ idempotencyKey: 'key-9', operation })).toBe(true)
    expect([form.states(), form.sentUnder]).toEqual([['unknown', 'done'], []])
  })
})
