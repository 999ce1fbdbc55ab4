import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { storeOver } from '../../src/runtime/sqlite/store.ts'
import { agent, asP1, m1, p1, sys } from '../support/people.ts'
import { paper, terminal } from '../support/samples.ts'
import { collect } from './collect.ts'
import { settled } from './manual-environment.ts'
import { note, rig } from './rig.ts'

const elsewhere = 'acquirer-2'
const stranger: Actor = { ...m1, organisationId: '898440354110002' }
const device = (serial: string) => ({ serial, owner: 'provider', tenancy: 'sole' }) as const

describe('who asks', () => {
  it('sees no more with the eyes of another: a merchant not with the provider’s', async () => {
    const { runtime } = await rig()
    const refusal = { issues: [{ path: '/viewer', code: 'NOT_ALLOWED_VALUE' }] }
    for (const lifecycleId of ['life-1', 'life-0'])
      for (const viewer of ['provider', 'system', 'serviceProvider'] as const)
        await expect(runtime.requirements(lifecycleId, { actor: m1, viewer })).rejects.toMatchObject(refusal)
    const own = await runtime.requirements('life-1', { actor: m1 })
    expect(await runtime.requirements('life-1', { actor: m1, viewer: 'merchant' })).toEqual(own)
    expect(await runtime.requirements('life-1', { ...asP1, viewer: 'merchant' })).toEqual(own)
  })

  it('is read strictly, whatever is read', async () => {
    const { runtime } = await rig()
    const nobody = { issues: [{ path: '/actor', code: 'REQUIRED' }] }
    await expect((runtime.get as (id: string) => Promise<unknown>)('life-1')).rejects.toMatchObject(nobody)
    await expect((runtime.find as (query: object) => Promise<unknown>)({})).rejects.toMatchObject(nobody)
    const odd = { actor: { ...p1, role: 'root' } as unknown as Actor }
    const issues = { issues: [{ path: '/actor/role', code: 'NOT_ALLOWED_VALUE' }] }
    await expect(runtime.get('life-1', odd)).rejects.toMatchObject(issues)
    await expect(runtime.procedure('life-1', { ...odd, process: 'closure' })).rejects.toMatchObject(issues)
    expect(() => runtime.journal('life-1', odd)).toThrow(expect.objectContaining(issues))
  })

  it('opens lives of its own acquirer, as the provider or a system', async () => {
    const { runtime } = await rig()
    const input = terminal({ lifecycleId: 'life-2', terminalId: 'T2', devices: [device('SN-2')] })
    const at = (path: string) => ({ issues: [{ path, code: 'NOT_ALLOWED_VALUE' }] })
    await expect(runtime.open(input, { actor: m1 })).rejects.toMatchObject(at('/actor/role'))
    await expect(runtime.open(input, { actor: agent })).rejects.toMatchObject(at('/actor/role'))
    const other = { ...p1, acquirerId: elsewhere }
    await expect(runtime.open(input, { actor: other })).rejects.toMatchObject(at('/actor/acquirerId'))
    const all = await runtime.openAll([
      { input, actor: other },
      { input, actor: sys },
    ])
    expect(all.map(({ outcome }) => outcome)).toEqual(['refused', 'opened'])
  })

  it('hears of the life of another acquirer that its id is taken, and of no command of it', async () => {
    const { runtime } = await rig()
    const input = terminal({ acquirerId: elsewhere, devices: [device('SN-2')] })
    const taken = { issues: [{ path: '/lifecycleId', code: 'LIFECYCLE_EXISTS' }] }
    for (const commandId of ['open:life-1', 'never-told'])
      await expect(runtime.open(input, { commandId })).rejects.toMatchObject(taken)
  })
})

describe('a journal that grows while it is read', () => {
  it('ends where it had come to: of what is newer the reader’s record knows nothing yet', async () => {
    const store = memoryStore()
    let meanwhile = async () => {}
    const { runtime, tell } = await rig({
      store: {
        ...store,
        async *journal(lifecycleId, after) {
          await meanwhile()
          yield* store.journal(lifecycleId, after)
        },
      },
    })
    const letter = { type: 'document.added', document: paper('provider_notice', 'letter-5') } as const
    meanwhile = async () => {
      meanwhile = async () => {}
      await tell({ type: 'hold.placed', holdId: 'secret', code: 'RULE_VIOLATION', disclosure: 'hidden' })
      await tell({ ...letter, for: 'secret' })
    }
    expect(await collect(runtime.journal('life-1', { actor: m1 }))).toHaveLength(1)
    expect(JSON.stringify(await collect(runtime.journal('life-1', { actor: m1 })))).not.toMatch(
      /secret|letter/,
    )
    expect(await collect(runtime.journal('life-1', asP1))).toHaveLength(3)
  })
})

describe('another rule than the default', () => {
  it('decides everything alone, and fills the pages of what it lets through', async () => {
    const { runtime, make } = await rig()
    for (const n of [2, 3, 4])
      await runtime.open(
        terminal({ lifecycleId: `life-${n}`, terminalId: `T${n}`, devices: [device(`SN-${n}`)] }),
      )
    const even = make({ access: (_, { lifecycleId }) => Number(lifecycleId.slice(5)) % 2 === 0 })
    const actor = { ...m1, acquirerId: elsewhere }
    const idsOf = async (query: object) => (await even.find(query, { actor })).map((one) => one.lifecycleId)
    expect(await idsOf({})).toEqual(['life-2', 'life-4'])
    expect(await idsOf({ limit: 1 })).toEqual(['life-2'])
    expect(await idsOf({ limit: 1, after: 'life-2' })).toEqual(['life-4'])
    expect(await even.get('life-1', asP1)).toBeUndefined()
    expect(await even.get('life-2', { actor })).toBeDefined()
  })

  it('is none at all by name only', async () => {
    const { make } = await rig()
    const open = make({ access: 'any' })
    const actor = { ...m1, acquirerId: elsewhere }
    expect(await open.get('life-1', { actor })).toBeDefined()
    const command = { lifecycleId: 'life-1', commandId: 'c', actor, event: note('a') }
    expect(await open.dispatch(command)).toMatchObject({ accepted: true })
  })

  it('is asked again where a store knows no scopes', async () => {
    const store = memoryStore()
    const { runtime } = await rig({
      store: { ...store, load: (id) => store.load(id), find: (query, skipped) => store.find(query, skipped) },
    })
    const actor = { ...m1, acquirerId: elsewhere }
    expect(await runtime.get('life-1', { actor })).toBeUndefined()
    expect(await runtime.find({}, { actor })).toEqual([])
  })
})

describe('a stranger', () => {
  it('does not wait until a busy life has time', async () => {
    const store = memoryStore()
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let isHeld = false
    const { runtime } = await rig({
      store: { ...store, commit: (changes) => (isHeld ? held : settled()).then(() => store.commit(changes)) },
    })
    isHeld = true
    const busy = runtime.dispatch({ lifecycleId: 'life-1', commandId: 'a', actor: p1, event: note('a') })
    const command = { lifecycleId: 'life-1', commandId: 'b', actor: stranger, event: note('b') }
    await expect(runtime.dispatch(command)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    letGo()
    expect(await busy).toMatchObject({ accepted: true })
  })

  it('is one who was released while his papers were being looked up', async () => {
    const { runtime, tell, store, make } = await rig()
    await tell({ type: 'agent.assigned', agentId: 'agent-1', tasks: ['devices'] })
    const slow = make({
      papers: {
        facts: async () => {
          await runtime.dispatch({
            lifecycleId: 'life-1',
            commandId: 'release',
            actor: p1,
            event: { type: 'agent.released', agentId: 'agent-1' },
          })
          return undefined
        },
      },
    })
    const event = { type: 'document.added', document: paper('business_licence') } as const
    const command = { lifecycleId: 'life-1', commandId: 'late', actor: agent, event }
    await expect(slow.dispatch(command)).rejects.toMatchObject({ issues: [{ code: 'LIFECYCLE_UNKNOWN' }] })
    expect(await store.answered('life-1', 'late')).toBeUndefined()
  })

  it('does not hear that a foreign record cannot be read', async () => {
    const database = new DatabaseSync(':memory:')
    const { runtime, failures } = await rig({ store: storeOver(database) })
    database.exec("UPDATE record SET context = '{'")
    expect(await runtime.get('life-1', { actor: stranger })).toBeUndefined()
    expect(await runtime.find({}, { actor: stranger })).toEqual([])
    expect(failures).toEqual([])
    await expect(runtime.get('life-1', asP1)).rejects.toMatchObject({ code: 'CORRUPT_RECORD' })
  })

  it('leaves the command id to whoever the life belongs to', async () => {
    const { runtime } = await rig()
    const command = { lifecycleId: 'life-1', commandId: 'same', event: note('a') }
    await expect(runtime.dispatch({ ...command, actor: stranger })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await runtime.dispatch({ ...command, actor: p1 })).toMatchObject({ accepted: true, noop: false })
  })
})
