import { bearer, createAcquirerClient, type LifecycleInput } from 'terminal-lifecycle'
import { expect } from 'vitest'

// The client comes from the package as it was built, as its users have it.

const merchantId = '898440354110001'
const terminalId = '10000001'
const about = { lifecycleId: 'life-1' }
const applicationId = 'application-1'

export const life: Omit<LifecycleInput, 'openedBy'> = {
  ...{ ...about, acquirerId: 'acquirer-1', merchantId, terminalId },
  ...{ merchantName: '青禾便利店', merchantType: 'enterprise' },
  devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
}

/** What people do with one terminal of the examples' house, over HTTP. */
export const caseAt = (url: string, basePath = '/v1') => {
  const as = (person: 'reviewer' | 'merchant') =>
    createAcquirerClient({
      ...{ baseUrl: `${url}${basePath}`, auth: bearer(`${person}-token`) },
      retry: { attempts: 1 },
    })
  const stateOf = async () => {
    const merchant = as('merchant')
    const [{ state }, { acceptance }, { status }] = await Promise.all([
      merchant.getTerminal(about),
      merchant.getTerminalStatus(about),
      merchant.getApplication({ applicationId }),
    ])
    return { state, acceptance, status }
  }
  return {
    open: (token = 'intake-token', body: object = life): Promise<Response> =>
      fetch(`${url}/terminals`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    /** A merchant that goes on holiday asks for its terminal to rest. */
    file: () =>
      as('merchant').submitSuspension({
        ...{ ...about, process: 'suspension', applicationId, merchantId, terminalIds: [terminalId] },
        merchantName: '青禾便利店',
        contact: { name: '林晓', mobile: '13800138000' },
        channel: 'website',
        signatory: { personId: 'owner-1', authority: 'legalRepresentative' },
        attested: true,
        documents: [],
        reason: 'MERCHANT_REQUEST',
        duration: 'temporary',
        plannedPeriod: { from: new Date(Date.now() - 60_000).toISOString() },
        dataBackup: 'done',
      }),
    /** The reviewer has every paper in view, and decides. */
    approve: async () => {
      const reviewer = as('reviewer')
      const { digest } = await reviewer.getApplication({ applicationId })
      const { items } = await reviewer.getDocuments(about)
      const checked = items.map((paper) => ({ documentId: paper.id, digest: paper.digest }))
      return reviewer.decideApplication({ applicationId, decision: 'approve', digest, checked })
    },
    stateOf,
    /** The systems have done what was ordered. */
    suspended: () => expect.poll(stateOf).toMatchObject({ acceptance: 'off', status: 'approved' }),
  }
}
