import { bearer, createAcquirerClient } from 'terminal-lifecycle'
import type { AcquirerClient } from 'terminal-lifecycle/client'
import { expect } from 'vitest'

// The client comes from the package as it was built, as its users have it.

const terminal = { merchantId: '898440354110001', terminalId: '10000001' }
const about = { lifecycleId: 'life-1' }
const applicationId = 'application-1'

const clientAt =
  (url: string) =>
  (person: 'intake' | 'reviewer' | 'merchant'): AcquirerClient =>
    createAcquirerClient({
      ...{ baseUrl: `${url}/v1`, auth: bearer(`${person}-token`) },
      retry: { attempts: 1 },
    })

export const life = {
  ...{
    ...about,
    ...terminal,
    acquirerId: 'acquirer-1',
    merchantName: '青禾便利店',
    merchantType: 'enterprise',
  },
  devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
}

export const open = (url: string, token = 'intake-token', body: object = life): Promise<Response> =>
  fetch(`${url}/terminals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** A merchant that is on holiday asks for its terminal to rest. */
export const file = async (url: string) => {
  const merchant = clientAt(url)('merchant')
  return merchant.submitSuspension({
    ...{ ...about, process: 'suspension', applicationId, merchantId: terminal.merchantId },
    terminalIds: [terminal.terminalId],
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
  })
}

/** The reviewer has every paper in view, and decides. */
export const approve = async (url: string) => {
  const reviewer = clientAt(url)('reviewer')
  const { digest } = await reviewer.getApplication({ applicationId })
  const { items } = await reviewer.getDocuments(about)
  const checked = items.map((paper) => ({ documentId: paper.id, digest: paper.digest }))
  return reviewer.decideApplication({ applicationId, decision: 'approve', digest, checked })
}

export const stateOf = async (url: string) => {
  const merchant = clientAt(url)('merchant')
  const [{ state }, { acceptance }, { status }] = await Promise.all([
    merchant.getTerminal(about),
    merchant.getTerminalStatus(about),
    merchant.getApplication({ applicationId }),
  ])
  return { state, acceptance, status }
}

export const suspended = (url: string) =>
  expect
    .poll(() => stateOf(url), { timeout: 20_000 })
    .toMatchObject({ acceptance: 'off', status: 'approved' })
