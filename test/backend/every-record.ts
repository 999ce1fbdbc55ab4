import { expect } from 'vitest'
import type { Requirements } from '../../src/machine/index.ts'
import { type Person, portalOver } from './portal.ts'
import { pathsOf, readNames } from './questions.ts'
import { peopleOf, type Recorded, runtimeWith } from './recorded.ts'

export const house = ['m1', 'agent', 'p1', 'sys', 'auditor'] as const satisfies readonly Person[]

/**
 * Every row asked of a life by people of its house: each answer is one that the contract knows every word of, and what the
 * machine tells a role is in it, member for member.
 */
export const readsWhole = async (life: Recorded, readers: readonly Person[]): Promise<void> => {
  const { record } = life
  const { lifecycleId } = record
  const runtime = runtimeWith(life)
  const known = peopleOf(record)
  const { raw } = portalOver(runtime, known)
  const application = record.context.application?.applicationId ?? 'application-1'
  for (const person of readers) {
    const actor = known[person]
    if ((await runtime.get(lifecycleId, { actor })) === undefined) continue
    for (const name of readNames)
      for (const path of pathsOf(name, { lifecycleId, applicationId: application })) {
        const { status, text } = await raw(person, path)
        expect([200, 403, 404, 422], `${person} ${path} ${text}`).toContain(status)
        expect(text, `${person} ${path}`).not.toContain('"unknown(')
      }
    const told = async (path: string) =>
      JSON.parse((await raw(person, `/terminals/${lifecycleId}${path}`)).text) as unknown
    const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
    const asked = { actor }
    const requirements: Requirements = await runtime.requirements(lifecycleId, asked)
    expect(await told('/requirements')).toEqual(json(requirements))
    expect(await told('/checks/closure')).toEqual(json(await runtime.checkClosure(lifecycleId, asked)))
    expect(await told('/checks/reinstatement')).toEqual(
      json(await runtime.checkReinstatement(lifecycleId, asked)),
    )
    expect(await told('/checks/suspension')).toEqual(json(await runtime.checkSuspension(lifecycleId, asked)))
    const actions = json(await runtime.availableActions(lifecycleId, asked))
    expect(await told('')).toMatchObject({ requirements: json(requirements), actions })
  }
}
