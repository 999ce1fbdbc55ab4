import { expect } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { viewRecord } from '../../src/machine/questions/viewing.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, run } from '../support/closure.ts'
import { agent, m1, p1, recorder, sys } from '../support/people.ts'
import { closureRequested, paper, reinstatementRequested, statusRead, terminal } from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

const expired = () => terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] })

/** Steps of the guides in which somebody says something, and somebody else reads it. */
export const contactStories: Stories = {
  'a merchant asks by telephone or on paper, and the provider records it for it [R-082]': async (open) => {
    for (const channel of ['hotline', 'offline'] as const) {
      const world = await open(expired())
      await world.tell(recorder, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }, { channel }))
      expect((await world.context()).application).toMatchObject({ kind: 'reinstatement' })
    }
  },

  'form and papers are whole, or the deregistration does not go through [R-168]': async (open) => {
    const world = await open()
    const documents = closureRequested().documents.filter(({ type }) => type !== 'business_licence')
    await world.refuse(m1, closureRequested({ documents }), 'DOCUMENTS_INCOMPLETE')
    expect((await world.context()).application).toBeNull()
  },

  'another mobile number than the one on record asks for proof of who it is, and refuses nobody [R-149]':
    async (open) => {
      const world = await open()
      const application = { ...closureRequested(), mobile: 'differs' } as const
      await world.refuse(m1, application, 'DOCUMENTS_INCOMPLETE')
      const documents = [...application.documents, paper('identity_proof')]
      await world.tell(m1, { ...application, documents })
    },

  'that the details match is said by the provider, not by who applies [R-149]': async (open) => {
    const compared = async (by: Actor, said: 'matches' | 'differs', event: LifecycleEvent) => {
      const world = await open(expired())
      const field = event.type === 'closure.requested' ? 'mobile' : 'account'
      const answer = await world.send(by, { ...event, [field]: said } as LifecycleEvent)
      return answer.accepted ? (await world.context()).application?.compared : 'refused'
    }
    for (const event of [closureRequested(), reinstatementRequested({ licence: 'LICENCE_EXPIRED' })]) {
      for (const applicant of [m1, agent])
        expect(await compared(applicant, 'matches', event)).toBe('notOnRecord')
      expect(await compared(recorder, 'matches', event)).toBe('matches')
      // what speaks against the one who applies is heard from anybody, and asks for a paper
      for (const by of [m1, agent, recorder]) expect(await compared(by, 'differs', event)).toBe('refused')
    }
  },

  'where the cause was learned, and in which words, is kept with it and read [R-115 R-253]': async (open) => {
    const sources = ['deviceScreen', 'customerService', 'technician', 'notice', 'monitoring'] as const
    for (const source of sources) {
      const world = await open()
      const told = { source, words: 'error 31 on the screen' } as const
      await world.tell(p1, { type: 'hold.placed', holdId: 'h', code: 'SOFTWARE_FAULT', ...told })
      expect(viewRecord(await world.record(), 'merchant').context.holds.h).toMatchObject(told)
    }
  },

  'whether it took effect is told by the host, with the time of its reading': async (open) => {
    const world = await open()
    await run(world, approved)
    const readAt = world.at()
    await world.tell(sys, statusRead('off', readAt))
    expect((await world.context()).status).toMatchObject({ acceptance: 'off', readAt })
  },

  'what the merchant asks is answered in words that it can read [R-093]': async (open) => {
    const world = await open(expired())
    await world.tell(m1, reinstatementRequested({ licence: 'LICENCE_EXPIRED' }))
    await world.tell(m1, {
      type: 'request.made',
      requestId: 'q',
      kind: 'support',
      text: 'how long will it take?',
    })
    await world.tell(p1, {
      type: 'request.declined',
      requestId: 'q',
      reason: 'five working days, as written',
    })
    const { requests } = viewRecord(await world.record(), 'merchant').context
    expect(requests.q).toMatchObject({ status: 'declined', reason: 'five working days, as written' })
  },
}
