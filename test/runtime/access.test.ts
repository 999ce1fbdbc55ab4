import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { ownTerminals } from '../../src/runtime/access.ts'
import { byTwo } from '../support/closure.ts'
import { agent as assignee, m1, p1 } from '../support/people.ts'
import { paper, terminal } from '../support/samples.ts'
import { openWorld } from '../support/world.ts'
import { recordWith } from './records.ts'

const record = recordWith({}, 0)
const { acquirerId, merchantId } = record.context.identity
const agent = { agentId: 'agent-1', tasks: [], since: record.at }
const assigned = { ...record, context: { ...record.context, agent } }
const someone = (role: Actor['role'], organisationId: string, at = acquirerId): Actor => ({
  ...{ role, organisationId, acquirerId: at, personId: 'p-1', duties: [] },
})

describe('ownTerminals', () => {
  it.each([
    ['its merchant', someone('merchant', merchantId), true],
    ['another merchant', someone('merchant', 'M-other'), false],
    ['a merchant of the same id at another acquirer', someone('merchant', merchantId, 'acq-other'), false],
    ['a person of its acquirer', someone('provider', acquirerId), true],
    ['a person of another acquirer', someone('provider', 'acq-other', 'acq-other'), false],
    ['a system of its acquirer', someone('system', acquirerId), true],
    ['the assigned agent', someone('serviceProvider', 'agent-1'), true],
    ['another agent', someone('serviceProvider', 'agent-2'), false],
    [
      'an agent of the same id at another acquirer',
      someone('serviceProvider', 'agent-1', 'acq-other'),
      false,
    ],
  ])('%s', (_, actor, expected) => {
    expect(ownTerminals(actor, assigned)).toBe(expected)
  })

  it('nobody is an agent where none is assigned', () => {
    expect(ownTerminals(someone('serviceProvider', 'agent-1'), record)).toBe(false)
  })
})

describe('whom the record names', () => {
  const lawyer = { ...m1, personId: 'lawyer-1', organisationId: 'law-office' }
  const appointed = (party: 'merchant' | 'serviceProvider') =>
    ({
      type: 'representative.appointed',
      party,
      personId: 'lawyer-1',
      organisationId: 'law-office',
      mandate: paper('power_of_attorney'),
    }) as const

  const life = async () => {
    const world = await openWorld({ ...terminal(), agent: { agentId: 'agent-1', tasks: ['devices'] } })
    const mayCome = async (actor: Actor) => ownTerminals(actor, await world.record())
    return { world, mayCome }
  }

  it('an agent is a stranger once it is released', async () => {
    const { world, mayCome } = await life()
    expect(await mayCome(assignee)).toBe(true)
    await world.tell(p1, { type: 'agent.released', agentId: 'agent-1' })
    expect(await mayCome(assignee)).toBe(false)
  })

  it('a representative comes like its party, and nobody else of its office does', async () => {
    const { world, mayCome } = await life()
    expect(await mayCome(lawyer)).toBe(false)
    await byTwo(world, appointed('merchant'))
    expect(await mayCome(lawyer)).toBe(true)
    expect(await mayCome({ ...lawyer, personId: 'lawyer-2' })).toBe(false)
    expect(await mayCome({ ...lawyer, acquirerId: 'acquirer-2' })).toBe(false)
    expect(await mayCome({ ...lawyer, role: 'serviceProvider' })).toBe(false)
  })

  it('a representative speaks for its party as long as the mandate lasts, and while it is good', async () => {
    const { world } = await life()
    const until = (id: string, validTo: string) => ({
      ...appointed('merchant'),
      mandate: paper('power_of_attorney', id, { validTo }),
    })
    const said = { type: 'note.recorded', kind: 'note', text: 'for the merchant' } as const
    await byTwo(world, until('first', '2026-03-10T02:00:00Z'))
    await world.pass(8)
    await world.tell(lawyer, said)
    await world.pass(1 / 24)
    await world.refuse(lawyer, said, 'MANDATE_MISSING')
    await world.tell(m1, said)
    const second = until('second', '2027-03-10T00:00:00Z')
    await byTwo(world, second)
    await world.tell(lawyer, said)
    const { id: documentId, digest } = second.mandate
    await world.tell(p1, { type: 'document.checked', documentId, digest, facts: null })
    await world.refuse(lawyer, said, 'MANDATE_MISSING')
  })

  it('a merchant’s representative needs no agent to be assigned', async () => {
    const world = await openWorld(terminal())
    await byTwo(world, appointed('merchant'))
    expect((await world.context()).agent).toBeNull()
    expect(ownTerminals(lawyer, await world.record())).toBe(true)
  })

  it('the representative of no agent is a stranger, though the record still names it', async () => {
    const { personId, organisationId } = lawyer
    const speaker = { ...lawyer, acquirerId, role: 'serviceProvider' } as const
    const representatives = { serviceProvider: { personId, organisationId, mandateRef: 'm' } }
    const named = { ...record, context: { ...record.context, representatives } }
    expect(ownTerminals(speaker, named)).toBe(false)
    const served = { ...named, context: { ...named.context, agent } }
    expect(ownTerminals(speaker, served)).toBe(true)
  })

  it('the representative of an agent leaves with it', async () => {
    const { world, mayCome } = await life()
    await byTwo(world, appointed('serviceProvider'))
    expect(await mayCome({ ...lawyer, role: 'serviceProvider' })).toBe(true)
    await world.tell(p1, { type: 'agent.assigned', agentId: 'agent-2', tasks: ['devices'] })
    expect(await mayCome({ ...lawyer, role: 'serviceProvider' })).toBe(false)
  })
})
