import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { ownTerminals } from '../../src/runtime/access.ts'
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
