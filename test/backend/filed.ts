import { merchantId, paper, serial, terminalId } from '../support/samples.ts'

/** A closure as its merchant's portal sends it. */
export const filed = {
  process: 'closure' as const,
  applicationId: 'application-1',
  merchantId,
  terminalId,
  serialNumber: serial,
  merchantName: '青禾便利店',
  contact: { name: '林晓', mobile: '13800138000' },
  channel: 'website' as const,
  signatory: { personId: 'm1', authority: 'legalRepresentative' as const },
  attested: true as const,
  documents: [paper('business_licence')],
  reason: 'NO_LONGER_NEEDED' as const,
  duration: 'permanent' as const,
  disposition: 'return' as const,
  acknowledgement: { procedureVersion: 'p-1', at: '2026-03-01T00:00:00Z', contractReviewed: true as const },
}
