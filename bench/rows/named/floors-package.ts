/**
 * The least that importing and bundling can cost: the packages as they are published, Zod making the shapes of our schemas and no
 * more, and what each part of a bundle weighs alone, from its sources.
 */
import * as z from 'zod'
import { bundle } from '../../../scripts/bundle.ts'
import * as schemas from '../../../src/schemas/index.ts'
import type { Row } from '../../compare.ts'
import { imported, inOneFile, stack } from '../../imported.ts'
import { zodAlone } from '../../references/zod-alone.ts'

const all = Object.values<unknown>(schemas).filter((one): one is z.ZodType => one instanceof z.ZodType)
const { code, made } = zodAlone(all)
const byStack = {
  ...{ reference: 'xstate and zod in one file', budget: 1.2 },
  control: imported(inOneFile('stack', stack)),
}

const parts = [
  { names: 'schema of a closure request', from: './src/schemas/requests/closure-request.ts', budget: 7.5 },
  { names: 'search for secrets', from: './src/domain/secrets/index.ts', budget: 7.5 },
  { names: 'contract of all operations', from: './src/contract/contract.ts', budget: 24 },
  { names: 'rules of the machine', from: './src/machine/rules/index.ts', budget: 30 },
  { names: 'rules, ledger and chart', from: './src/machine/chart/machine.ts', budget: 30 },
] as const

export const rows: readonly Row[] = [
  {
    ...byStack,
    name: 'cold import of xstate and zod as they are published',
    candidate: imported('xstate', 'zod'),
  },
  {
    ...byStack,
    name: `cold import of xstate, zod and ${made} schemas of Zod alone, in one file`,
    candidate: imported(inOneFile('schemas', `${stack}\n${code}`)),
  },
  {
    ...{ name: 'cold import of xstate and ./domain', reference: 'xstate alone', budget: 2 },
    ...{ candidate: imported('xstate', 'terminal-lifecycle/domain'), control: imported('xstate') },
  },
  ...parts.map(
    ({ names, from, budget }): Row => ({
      ...{ name: `${names}, alone`, unit: 'kB gzip', budget },
      measure: async () => (await bundle(`export * from ${JSON.stringify(from)}`)).gzip / 1_000,
    }),
  ),
]
