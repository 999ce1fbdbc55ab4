import { closureReasonProfiles, closureReasons } from '../../../src/domain/index.ts'
import { terminalId } from '../../support/samples.ts'
import { type Break, tomorrow } from '../break.ts'

export const ofClosure: readonly Break[] = [
  {
    ...{ name: 'meant for a while', of: ['closure'], sees: 'values' },
    ...{ code: 'TEMPORARY_IS_SUSPENSION', path: '/duration', change: () => ({ duration: 'temporary' }) },
  },
  {
    ...{ name: 'neither terminal nor device', of: ['closure'], sees: 'values' },
    ...{ code: 'TERMINAL_OR_SERIAL_REQUIRED', path: '/terminalId' },
    change: () => ({ terminalId: undefined, serialNumber: undefined }),
  },
  ...closureReasons
    .filter((reason) => !closureReasonProfiles[reason].initiators.includes('merchant'))
    .map(
      (reason): Break => ({
        ...{ name: `${reason}, which is not the merchant’s to give`, of: ['closure'], sees: 'values' },
        ...{ code: 'REASON_NOT_FOR_INITIATOR', path: '/reason', change: () => ({ reason }) },
      }),
    ),
  {
    ...{ name: 'OTHER without a word', of: ['closure'], sees: 'values' },
    ...{ code: 'REQUIRED_HERE', path: '/comment' },
    change: () => ({ reason: 'OTHER', comment: undefined }),
  },
  {
    ...{ name: 'an expired contract that is not named', of: ['closure'], sees: 'values' },
    ...{ code: 'REQUIRED_HERE', path: '/contract' },
    change: () => ({ reason: 'CONTRACT_EXPIRED', contract: undefined }),
  },
  {
    ...{ name: 'an expired contract that was renewed', of: ['closure'], sees: 'values' },
    ...{ code: 'CONTRACT_STILL_RUNNING', path: '/contract' },
    change: () => ({ reason: 'CONTRACT_EXPIRED', contract: { expiresOn: '2026-02-28', renewed: true } }),
  },
  {
    ...{ name: 'a contract that runs on the effective date', of: ['closure'], sees: 'values' },
    ...{ code: 'CONTRACT_STILL_RUNNING', path: '/contract' },
    change: () => ({
      reason: 'CONTRACT_EXPIRED',
      effectiveDate: '2026-04-01T09:00:00+08:00',
      contract: { expiresOn: '2026-04-02', renewed: false },
    }),
  },
  {
    ...{ name: 'a contract that runs today, and no effective date', of: ['closure'], sees: 'clock' },
    ...{ code: 'CONTRACT_STILL_RUNNING', path: '/contract' },
    change: () => ({
      reason: 'CONTRACT_EXPIRED',
      effectiveDate: undefined,
      contract: { expiresOn: tomorrow, renewed: false },
    }),
  },
  {
    ...{ name: 'taken over by itself', of: ['closure'], sees: 'values' },
    ...{ code: 'DUPLICATE_ITEM', path: '/successorTerminalId' },
    change: () => ({ terminalId, successorTerminalId: terminalId }),
  },
  {
    ...{ name: 'a contract that was not read', of: ['closure'], sees: 'values' },
    ...{ code: 'MUST_BE_CONFIRMED', path: '/acknowledgement/contractReviewed' },
    change: (form) =>
      form.process === 'closure'
        ? { acknowledgement: { ...form.acknowledgement, contractReviewed: false } }
        : undefined,
  },
  {
    ...{ name: 'a procedure that will be read tomorrow', of: ['closure'], sees: 'clock' },
    ...{ code: 'IN_THE_FUTURE', path: '/acknowledgement/at' },
    change: (form) =>
      form.process === 'closure'
        ? { acknowledgement: { ...form.acknowledgement, at: `${tomorrow}T09:00:00+08:00` } }
        : undefined,
  },
  {
    ...{ name: 'a collection from nowhere', of: ['closure'], sees: 'personal' },
    ...{ code: 'REQUIRED_HERE', path: '/collectionAddress' },
    change: () => ({ disposition: 'collection', collectionAddress: undefined }),
  },
  {
    ...{ name: 'no mobile number', of: ['closure'], sees: 'personal' },
    ...{ code: 'INVALID_MOBILE_NUMBER', path: '/registeredMobile' },
    change: () => ({ registeredMobile: '12345678901' }),
  },
  {
    ...{
      name: 'the provider’s device kept',
      of: ['closure'],
      sees: 'record',
      code: 'DISPOSITION_UNSUITABLE',
    },
    change: () => ({ disposition: 'merchantOwned' }),
  },
]
