import { expect } from 'vitest'
import { collect } from '../runtime/collect.ts'
import type { When } from '../support/nth-call.ts'
import { digestOf, paper } from '../support/samples.ts'
import { failingAt } from './failing-calls.ts'
import { closure, type Homes, house, lifecycleId, type Person } from './house.ts'

type Write = (anew: Awaited<ReturnType<typeof house>>['anew'], key: string) => Promise<unknown>

const { applicationId } = closure
const post =
  (person: Person, path: string, body: object | undefined): Write =>
  async (anew, key) => {
    const answer = await anew().post(person, path, body, key)
    // the caller of a server that failed knows nothing, and asks again under the same key
    if (answer.status >= 500) throw new Error('no answer')
    return answer
  }

const aDocument = { type: 'identity_proof', digest: digestOf('id'), size: 3, mediaType: 'image/png' }
const { process: _process, ...form } = closure
const closures = `/terminals/${lifecycleId}/closures`

/** A day at the counter: filed, refused, asked, supplied, withdrawn, filed again. */
export const writes: readonly Write[] = [
  post('m1', closures, { process: 'closure', ...form }),
  post('m1', closures, { process: 'closure', ...form, applicationId: 'application-2' }),
  post('p2', `/applications/${applicationId}/decision`, {
    decision: 'askInformation',
    items: ['Who signed?'],
  }),
  post('m1', '/documents', aDocument),
  post('m1', `/applications/${applicationId}/supplements`, { documents: [paper('identity_proof')] }),
  post('m1', `/applications/${applicationId}/withdrawal`, undefined),
  post('m1', closures, { process: 'closure', ...form, applicationId: 'application-3' }),
]

/** Each write is sent until it is answered, every time to a process that has just begun; then once more. */
const play = async (day: readonly Write[], homes: Homes, plain: Homes, arm = () => {}) => {
  // the clock stands still during a write: the answer of the second attempt may not differ by a second
  const { anew, clock } = await house(homes, { ticking: false })
  arm()
  const answers: unknown[] = []
  for (const [place, write] of day.entries()) {
    clock.tick(60_000)
    const insist = async (): Promise<unknown> => write(anew, `key-${place}`).catch(insist)
    const answer = await insist()
    answers.push(answer, await insist())
    expect(answers.at(-1)).toEqual(answers.at(-2))
  }
  const journal = await collect(plain.store.journal(lifecycleId))
  const forms = await Promise.all(
    journal.flatMap(({ cause }) =>
      'type' in cause && cause.type === 'closure.requested'
        ? [plain.documents.content(cause.documents[0]?.id ?? '')]
        : [],
    ),
  )
  return {
    answers,
    entries: journal.map(({ commandId, hash }) => [commandId, hash]),
    forms: forms.map((bytes) => new TextDecoder().decode(bytes)),
  }
}

/** Plays the day with each call failing in turn, until one passes without a failure. */
export const survives = async (open: () => Homes, when: When, day = writes) => {
  const plain = open()
  const clean = await play(day, plain, plain)
  let n = 0
  for (let reached = true; reached; ) {
    n += 1
    const homes = open()
    const failing = failingAt(homes, n, when)
    expect({ n, ...(await play(day, failing.homes, homes, failing.arm)) }).toEqual({ n, ...clean })
    reached = failing.reached()
  }
  return { n, clean }
}
