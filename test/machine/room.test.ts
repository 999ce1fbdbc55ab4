import { describe, expect, it } from 'vitest'
import { mostEnded, recordLimits } from '../../src/domain/index.ts'
import { m1, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { paper } from '../support/samples.ts'
import type { World } from '../support/world.ts'

const document = (id: string) =>
  ({ type: 'document.added', document: paper('supporting_evidence', id) }) as const
const help = (followUpId: string) =>
  ({ type: 'note.recorded', kind: 'escalation', text: 'nobody answers', followUpId }) as const
const done = (followUpId: string) => ({ type: 'followUp.done', followUpId }) as const
const asked = (requestId: string) => ({ type: 'request.made', requestId, kind: 'repair' }) as const
const declined = (requestId: string) => ({ type: 'request.declined', requestId, reason: 'no part' }) as const

const times = async (count: number, act: (place: number) => Promise<unknown>) => {
  for (let place = 0; place < count; place += 1) await act(place)
}
const size = async (world: World, name: 'followUps' | 'requests' | 'documents') =>
  Object.keys((await world.context())[name]).length

const open = async (): Promise<World> => openPlay()

describe('the room of a record', () => {
  it('a merchant fills a record with papers up to its room, and the provider has room of its own', async () => {
    const world = await open()
    const { merchantSide } = recordLimits.documents
    await times(merchantSide, (place) => world.tell(m1, document(`paper-${place}`)))
    await world.refuse(m1, document('more'), 'DOCUMENTS_FULL')
    // what is on file is named again as often as it is needed
    await world.tell(m1, document('paper-0'))
    await world.tell(p1, document('more'))
    expect(await size(world, 'documents')).toBe(merchantSide + 1)
  })

  it('calls for help without an end are refused, until some are dealt with', async () => {
    const world = await open()
    const { merchantSide } = recordLimits.followUps
    await times(merchantSide, (place) => world.tell(m1, help(`help-${place}`)))
    await world.refuse(m1, help('more'), 'FOLLOW_UPS_FULL')
    await world.tell(p1, help('ours'))
    await world.tell(p1, done('help-0'))
    await world.tell(p1, done('ours'))
    await world.tell(m1, help('more'))
  })

  it('what is dealt with makes room for good: the newest stay in the record, and all of it in the journal', async () => {
    const world = await open()
    await times(mostEnded + 5, async (place) => {
      await world.tell(m1, help(`help-${place}`))
      await world.tell(p1, done(`help-${place}`))
      await world.tell(m1, asked(`request-${place}`))
      await world.tell(p1, declined(`request-${place}`))
    })
    expect(await size(world, 'followUps')).toBe(mostEnded + 1)
    expect(await size(world, 'requests')).toBe(mostEnded + 1)
    await world.refuse(p1, declined('request-0'), 'REQUEST_UNKNOWN')
  })

  it('requests that nobody answers are refused beyond the room for them', async () => {
    const world = await open()
    const { merchantSide } = recordLimits.requests
    await times(merchantSide, (place) => world.tell(m1, asked(`request-${place}`)))
    await world.refuse(m1, asked('more'), 'REQUESTS_FULL')
    await world.tell(p1, declined('request-0'))
    await world.tell(m1, asked('more'))
  })
})
