import type { LifecycleInput } from '../../../src/machine/index.ts'
import { createRuntime } from '../../../src/runtime/index.ts'
import {
  acquirerProfiles,
  portfolioColumns,
  readPortfolio,
  TerminalInput,
} from '../../../src/schemas/index.ts'
import { collect } from '../../runtime/collect.ts'
import { goodRow } from '../../schemas/examples/portfolio-rows.ts'
import { chunks } from '../../schemas/examples/streams.ts'
import { p1 } from '../../support/people.ts'
import { richOpenings } from '../../support/rich-openings.ts'
import { start } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import type { Net } from '../net.ts'
import { nameOf, placesOf, plant } from '../places.ts'
import { inTurn, type Plan, thinned, writings } from '../plan.ts'
import { type Homes, inMemory } from '../sinks/homes.ts'
import { siftLife } from '../sinks/life.ts'

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Each cell of a portfolio, its header, and a column of one's own. */
export const plantPortfolio = async (net: Net, plan: Plan): Promise<void> => {
  const next = inTurn(plan)
  const { profile, at } = { profile: acquirerProfiles.default, at: start }
  const read = async (head: readonly string[], cells: readonly string[]) => {
    const text = [head, cells].map((row) => row.map(quoted).join(',')).join('\r\n')
    try {
      for (const entry of await collect(readPortfolio(chunks([text]), { at, profile }))) {
        net.see('import', entry)
        if ('input' in entry) TerminalInput.safeParse({ ...entry.input, lifecycleId: 'l-1', openedBy: p1 })
      }
    } catch (error) {
      net.see('error', error)
    }
  }
  const good: readonly string[] = portfolioColumns.map((column) => goodRow[column] ?? '')
  const head: readonly string[] = portfolioColumns
  for (const [index, column] of thinned(portfolioColumns.entries(), plan))
    for (const canary of next())
      for (const text of writings(canary)) {
        net.planted(canary, 'portfolio', column)
        await read(portfolioColumns, good.with(index, text))
        net.planted(canary, 'portfolio', `header ${column}`)
        await read(head.with(index, text), good)
      }
  for (const canary of plan.canaries) {
    net.planted(canary, 'portfolio', 'a column of one’s own')
    await read([...portfolioColumns, canary.text], [...good, canary.text])
    net.planted(canary, 'portfolio', 'a file that is none')
    await read([canary.text], [canary.text])
  }
}

/** Each string of an opening. */
export const plantOpenings = async (
  net: Net,
  plan: Plan & { readonly homes?: () => Homes },
): Promise<void> => {
  const homes = (plan.homes ?? inMemory)()
  const next = inTurn(plan)
  const runtime = createRuntime({ store: homes.store, services: silentServices, access: 'any' })
  const input = richOpenings['an import half done'] as LifecycleInput
  let opened = 0
  for (const place of thinned(placesOf(input), plan))
    for (const canary of next())
      for (const text of writings(canary)) {
        opened += 1
        const lifecycleId = `life-${opened}`
        net.planted(canary, 'openings', nameOf(place))
        try {
          const own = { ...input, lifecycleId, terminalId: `T-${lifecycleId}` }
          net.see('answer', await runtime.open(plant(own, place, text) as never))
          await siftLife(net, runtime, lifecycleId, [canary], `openings ${nameOf(place)}`)
        } catch (error) {
          net.see('error', error)
        }
      }
  await homes.sift(net, plan.canaries, 'openings')
}
