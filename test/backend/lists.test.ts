import { describe, expect, it } from 'vitest'
import { allPages } from '../../src/client/index.ts'
import { crowded, inDossier, lists, many } from './crowds.ts'
import { portalOf } from './long-lives.ts'

describe('of what happened at the same moment', () => {
  it.each(lists)('all %s are listed, page by page, by their %s', async (ledger, key, from, ask) => {
    const { life, names } = await crowded(ledger, key, from)
    const { as, lifecycleId } = portalOf(life)
    const asked = ask(as('p1'))
    expect((await asked({ lifecycleId })).items.length).toBeLessThan(many)
    const seen: unknown[] = []
    for await (const one of allPages(asked, { lifecycleId })) seen.push(Reflect.get(one, key))
    expect(new Set(seen)).toEqual(new Set(names))
    expect(seen).toHaveLength(many)
  })
})

it.each(inDossier)('A dossier begins its %s as they are listed by themselves', async (name, list) => {
  const [ledger, key, from, ask] = list
  const { as, lifecycleId } = portalOf((await crowded(ledger, key, from)).life)
  const listed = await ask(as('p1'))({ lifecycleId })
  expect(listed.items.length).toBeGreaterThan(0)
  expect((await as('p1').exportDossier({ lifecycleId }))[name]).toEqual(listed)
})
