import { type LetterSource, lettersOf } from '../../../src/letters/index.ts'
import type { Runtime } from '../../../src/runtime/index.ts'
import { collect } from '../../runtime/collect.ts'
import { m1, p1 } from '../../support/people.ts'
import type { Canary } from '../canaries.ts'
import type { Net } from '../net.ts'

/** Everything that can be read of one life, by who sees the most and by who is told in words. */
export const siftLife = async (
  net: Net,
  runtime: Runtime,
  lifecycleId: string,
  canaries: readonly Canary[],
  source: string,
): Promise<void> => {
  const asked = { actor: p1 }
  const sift = (kind: Parameters<Net['sift']>[0], value: unknown) =>
    net.sift(kind, value, canaries, `${source} ${kind}`)
  const record = await runtime.get(lifecycleId, asked)
  if (record === undefined) return
  const entries = await collect(runtime.journal(lifecycleId, asked))
  sift('record', record)
  sift('journal', entries)
  sift('changes', await runtime.changesPage(null, { ...asked, limit: 500 }))
  for (const actor of [p1, m1]) {
    sift('view', await runtime.overview(lifecycleId, { actor }))
    sift('work', await runtime.work({}, { actor }))
  }
  sift('work', await runtime.orders(lifecycleId, asked))
  const told = { record, entries } as LetterSource
  for (const locale of ['en', 'zh-CN'] as const)
    sift('letter', await lettersOf(told, { locale, viewer: 'provider' }))
  sift('health', await runtime.health())
  sift('health', await runtime.audit())
}
