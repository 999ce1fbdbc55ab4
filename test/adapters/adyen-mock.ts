import type { OpenApi } from './contracts.ts'
import { type Asked, type Reply, vendorMock } from './vendor-mock.ts'

type Place = Readonly<Record<'companyId' | 'merchantId' | 'storeId', string | undefined>>
interface Held {
  readonly id: string
  readonly serialNumber: string
  place: Place
  inventory: boolean
  /** Where it goes as soon as it speaks with Adyen. */
  target?: Partial<Place> & { readonly inventory: boolean }
}
interface Action {
  readonly id: string
  readonly terminalId: string
  readonly actionType: string
  readonly scheduledAt: string
  status: string
}

const companyId = 'Company'
/** Of a store, whose it is. */
const storeOwners: Readonly<Record<string, string>> = { 'ST-1': 'Merchant-1' }

const withoutGaps = (place: Place) =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))

/** A company at Adyen with one terminal that sells in a store. */
export function adyenMock(contract: OpenApi, apiKey: string) {
  const held: Held[] = [
    {
      ...{ id: 'S1E-7001', serialNumber: '7001', inventory: false },
      place: { companyId, merchantId: 'Merchant-1', storeId: 'ST-1' },
    },
  ]
  const actions: Action[] = []
  /** What was changed, as often as it was. */
  const effects: string[] = []

  const terminalOf = ({ id, serialNumber, place, inventory, target }: Held) => ({
    ...{ id, serialNumber, model: 'S1E' },
    assignment: {
      ...withoutGaps(place),
      status: target ? 'reassignmentInProgress' : inventory ? 'inventory' : 'boarded',
      ...(target && { reassignmentTarget: target }),
    },
  })
  // the key is in the words of the error, as a careless vendor would have it
  const problem = (status: number): Reply => ({
    status,
    body: {
      ...{ type: 'https://docs.adyen.com/errors/problem', errorCode: '00_401', title: `Key ${apiKey}` },
      ...{ status, detail: `The key ${apiKey} was sent` },
    },
  })

  const reassign = ({ params, body }: Asked): Reply => {
    const one = held.find(({ id }) => id === params.terminalId)
    const { inventory = false, ...place } = body as Partial<Place> & { inventory?: boolean }
    if (!one) return problem(422)
    one.target = { ...place, inventory: inventory || place.companyId !== undefined }
    effects.push(`reassign ${one.id} ${JSON.stringify(body)}`)
    return { status: 200 }
  }
  const schedule = ({ body }: Asked): Reply => {
    const { terminalIds, scheduledAt, actionDetails } = body as {
      readonly terminalIds: readonly string[]
      readonly scheduledAt: string
      readonly actionDetails: { readonly type: string }
    }
    const items = terminalIds.map((terminalId) => ({ id: `TRAC-${actions.length}`, terminalId }))
    const at = scheduledAt.replace(/(\d\d)$/, ':$1')
    for (const item of items)
      actions.push({ ...item, actionType: actionDetails.type, scheduledAt: at, status: 'pending' })
    effects.push(`schedule ${JSON.stringify(actionDetails)}`)
    return { status: 200, body: { items, totalScheduled: items.length, totalErrors: 0 } }
  }

  const mock = vendorMock({
    ...{ contract, problem, knows: (headers) => headers.get('x-api-key') === apiKey },
    handlers: {
      'get-terminals': ({ params }) => {
        const data = held.filter(({ id }) => id.includes(params.searchQuery ?? '')).map(terminalOf)
        return { status: 200, body: { data, itemsTotal: data.length, pagesTotal: 1 } }
      },
      'post-terminals-terminalId-reassign': reassign,
      'post-terminals-scheduleActions': schedule,
      'get-companies-companyId-terminalActions': ({ params }) => {
        const { type, pageNumber = '1', pageSize = '20' } = params
        const all = actions.filter(({ actionType }) => type === undefined || type === actionType)
        const from = (Number(pageNumber) - 1) * Number(pageSize)
        return { status: 200, body: { data: all.slice(from, from + Number(pageSize)) } }
      },
    },
  })

  return {
    ...mock,
    ...{ held, actions, effects, problem },
    /** The terminal speaks with Adyen: what was asked for comes true. */
    sync: () => {
      for (const one of held) {
        if (!one.target) continue
        const { inventory, storeId, merchantId, companyId: company } = one.target
        const owner = merchantId ?? (storeId && storeOwners[storeId])
        one.place = { companyId: company ?? companyId, merchantId: company ? undefined : owner, storeId }
        one.inventory = inventory
        delete one.target
      }
    },
    /** The terminal has carried out, or not, what was scheduled. */
    finish: (status: 'successful' | 'failed' | 'tryLater') => {
      for (const action of actions) action.status = status
    },
  }
}
