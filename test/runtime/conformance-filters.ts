import { expect } from 'vitest'
import { found, storeLives } from './conformance-find.ts'
import type { StoreCase } from './store-conformance.ts'

/** What is no filter, of each. */
const noFilters: Readonly<Record<string, readonly unknown[]>> = {
  ...Object.fromEntries(
    [
      ...['acquirerId', 'merchantId', 'terminalId', 'serial'],
      ...['applicationId', 'orderId', 'documentId', 'after'],
    ].map((name) => [name, [null, 7, true, ['M1'], {}, 'M\u0000']]),
  ),
  ...Object.fromEntries(['at', 'dueBefore'].map((name) => [name, [null, 7, '', 'soon', {}, new Date(0)]])),
  state: [null, '', 'open', ['inService', null], {}],
  viewer: [null, 'system', ''],
  limit: [null, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '3'],
  merchant: ['M1', null],
}

export const filterCases: readonly StoreCase[] = [
  {
    name: 'asks nothing by a filter that is undefined, finds nothing by an empty one, and refuses one that is none',
    async run(store) {
      await storeLives(store)
      const all = ['life-a', 'life-b', 'life-c']
      const names = Object.keys(noFilters).filter((name) => name !== 'merchant')
      for (const name of names) expect(await found(store, { [name]: undefined })).toEqual(all)
      for (const name of names.slice(0, 7))
        expect([name, await found(store, { [name]: '' })]).toEqual([name, []])
      expect(await found(store, { after: '' })).toEqual(all)
      expect(await found(store, { state: [] })).toEqual([])
      for (const [name, values] of Object.entries(noFilters))
        for (const value of values)
          await expect(store.find({ [name]: value }), `${name}: ${String(value)}`).rejects.toMatchObject({
            ...{ code: 'INVALID_INPUT', issues: [{ path: `/${name}` }] },
          })
      for (const none of [null, [], 'M1'])
        await expect(store.find(none as never)).rejects.toMatchObject({ issues: [{ path: '' }] })
    },
  },
]
