import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import type { ChangesPage } from '../../src/runtime/changes-page.ts'
import { m1, p1 } from '../support/people.ts'
import { rig } from './rig.ts'

const note = (text: string) =>
  ({ type: 'note.recorded', kind: 'note', text, visibility: 'merchant' }) as const
const named = ({ changes, more }: ChangesPage) => [...changes.map(({ version }) => version), more]

/** Every page of so many. */
async function pages({ runtime }: Awaited<ReturnType<typeof rig>>, actor: Actor, limit: number) {
  const all: (number | boolean)[][] = []
  for (let after: string | null = null; ; ) {
    const page: ChangesPage = await runtime.changesPage(after, { actor, limit })
    all.push(named(page))
    if (!page.more) return all
    after = page.cursor
  }
}

/** Opened, told openly, and then so many times what the merchant must not know of. */
async function withHidden(times: number) {
  const made = await rig()
  await made.tell(note('open'))
  for (let n = 1; n <= times; n += 1)
    await made.tell({
      ...{ type: 'hold.placed', holdId: `hold-${n}`, code: 'RULE_VIOLATION', disclosure: 'hidden' },
    } as const)
  return made
}

describe('a page of changes', () => {
  it('says that there is a next one where there is a change that its reader may see, and else not', async () => {
    const made = await withHidden(2)
    expect(await pages(made, p1, 2)).toEqual([
      [0, 1, true],
      [2, 3, false],
    ])
    expect(await pages(made, p1, 3)).toEqual([
      [0, 1, 2, true],
      [3, false],
    ])
  })

  it('tells nothing of what is hidden behind its last change, however much of it there is [I15]', async () => {
    for (const times of [0, 1, 150]) {
      const made = await withHidden(times)
      expect(await pages(made, m1, 2), `${times}`).toEqual([[0, 1, false]])
      await made.tell(note('open again'))
      expect(await pages(made, m1, 2), `${times}`).toEqual([
        [0, 1, true],
        [times + 2, false],
      ])
    }
  })

  it('goes on behind its last change with what has come since', async () => {
    const made = await withHidden(1)
    const { cursor } = await made.runtime.changesPage(null, { actor: m1 })
    const next = () => made.runtime.changesPage(cursor, { actor: m1 })
    expect(await next()).toEqual({ changes: [], cursor, more: false })
    await made.tell(note('since'))
    expect(named(await next())).toEqual([3, false])
  })

  it('is of one change at least and of a thousand at most', async () => {
    const { runtime } = await rig()
    const page = (limit: number) => runtime.changesPage(null, { actor: p1, limit })
    for (const limit of [0, 1.5, 1_001, Number.NaN])
      await expect(page(limit), `${limit}`).rejects.toMatchObject({
        issues: [{ path: '/limit', code: 'OUT_OF_RANGE' }],
      })
    for (const limit of [1, 1_000]) expect(named(await page(limit))).toEqual([0, false])
  })
})
