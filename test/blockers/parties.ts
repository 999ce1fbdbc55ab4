import { mostNotes, recordLimits } from '../../src/domain/index.ts'
import { m1, p1 } from '../support/people.ts'
import { paper } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { refused, required, story } from './kit.ts'

const made = (requestId: string) => ({ type: 'request.made', requestId, kind: 'repair' }) as const
const declined = (requestId: string) =>
  ({ type: 'request.declined', requestId, reason: 'no spare part' }) as const
const askFor = (requestId: string, { tell }: World) => tell(m1, made(requestId))

const note = (followUpId: string) =>
  ({ type: 'note.recorded', kind: 'note', text: 'as told', followUpId }) as const

const help = (followUpId: string) =>
  ({ type: 'note.recorded', kind: 'escalation', text: 'nobody answers', followUpId }) as const

const added = (id: string) =>
  ({ type: 'document.added', document: paper('supporting_evidence', id) }) as const

export const partyClearings = {
  REQUEST_UNKNOWN: story((world) =>
    refused(world, p1, declined('request-1'), () => askFor('request-1', world)),
  ),
  REQUEST_OPEN: story(async (world) => {
    await askFor('request-1', world)
    return required(world, () => world.tell(p1, declined('request-1')))
  }),
  REQUEST_ENDED: story(async (world) => {
    await askFor('request-1', world)
    await world.tell(p1, declined('request-1'))
    return refused(world, p1, declined('request-1'), () => askFor('request-2', world), {
      event: declined('request-2'),
    })
  }),
  NOTES_FULL: story(async (world) => {
    for (let place = 0; place < mostNotes; place += 1) await world.tell(p1, note(`note-${place}`))
    return refused(world, p1, note('more'), () =>
      world.tell(p1, { type: 'followUp.done', followUpId: 'note-0' }),
    )
  }),
  FOLLOW_UPS_FULL: story(async (world) => {
    for (let place = 0; place < recordLimits.followUps.merchantSide; place += 1)
      await world.tell(m1, help(`help-${place}`))
    return refused(world, m1, help('more'), () =>
      world.tell(p1, { type: 'followUp.done', followUpId: 'help-0' }),
    )
  }),
  REQUESTS_FULL: story(async (world) => {
    for (let place = 0; place < recordLimits.requests.merchantSide; place += 1)
      await askFor(`request-${place}`, world)
    return refused(world, m1, made('more'), () => world.tell(p1, declined('request-0')))
  }),
  DOCUMENTS_FULL: story(async (world) => {
    for (let place = 0; place < recordLimits.documents.merchantSide; place += 1)
      await world.tell(m1, added(`paper-${place}`))
    return refused(world, m1, added('more'), () => world.tell(p1, added('more')))
  }),
  AGENT_UNKNOWN: story((world) =>
    refused(world, p1, { type: 'agent.released', agentId: 'agent-1' }, () =>
      world.tell(p1, { type: 'agent.assigned', agentId: 'agent-1', tasks: ['tests'] }),
    ),
  ),
}
