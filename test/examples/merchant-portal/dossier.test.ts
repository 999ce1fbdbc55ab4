import { expect, it } from 'vitest'
import { wholeDossier } from '../../../examples/merchant-portal/src/data/dossier.ts'

const lists = [
  ...['holds', 'devices', 'transactions', 'charges', 'deposits', 'disputes', 'obligations', 'notices'],
  ...['notes', 'followUps', 'requests', 'documents', 'journal'],
]

/** A back end whose lists have three pages each; every read is written down. */
const longLife = () => {
  const asked: object[] = []
  const dossier = {
    case: { state: 'closed' },
    ...Object.fromEntries(lists.map((name) => [name, { items: [`${name} 1`], nextCursor: '2' }])),
  }
  const pageOf = (name: string) => async (ask: { cursor: string }) => {
    asked.push({ name, ...ask })
    const isLast = ask.cursor === '3'
    return { items: [`${name} ${ask.cursor}`], nextCursor: isLast ? null : '3' }
  }
  const reads = lists.map((name) => [`get${name[0]?.toUpperCase()}${name.slice(1)}`, pageOf(name)] as const)
  return { client: { exportDossier: async () => dossier, ...Object.fromEntries(reads) }, asked }
}

it('a dossier is taken away whole: every list to its end, in order', async () => {
  const { client, asked } = longLife()
  const whole = (await wholeDossier(client as never, 'life-1')) as unknown as Record<
    string,
    { items: unknown }
  >
  for (const name of lists)
    expect(whole[name]).toEqual({ items: [`${name} 1`, `${name} 2`, `${name} 3`], nextCursor: null })
  expect(whole.case).toEqual({ state: 'closed' })
  expect(asked).toContainEqual({ name: 'transactions', lifecycleId: 'life-1', cursor: '2', state: 'all' })
})

it('a list that a server adds later is left as it came', async () => {
  const { client } = longLife()
  const dossier = { ...(await client.exportDossier()), letters: { items: [], nextCursor: 'x' } }
  const whole = await wholeDossier({ ...client, exportDossier: async () => dossier } as never, 'life-1')
  expect(whole).toMatchObject({ letters: { items: [], nextCursor: 'x' } })
})
