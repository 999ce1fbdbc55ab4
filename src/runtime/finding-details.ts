import type { FindingCode } from '../domain/index.ts'

/** What is found, more closely than its code says, and what that names. */
export interface FindingDetails {
  LISTED_ALONE: object
  PURGED_AND_THERE: object
  RECORD_MISSING: object
  ENTRY_MISSING: { readonly entry: number }
  ENTRY_UNLINKED: { readonly entry: number }
  ENTRY_ALTERED: { readonly entry: number }
  MARK_MISSING: { readonly entry: number }
  HEAD_DIFFERS: object
  ENTRIES_DIFFER: { readonly version: number; readonly entries: number }
  RECORD_DIFFERS: object
  ORDERS_DIFFER: object
  TIMERS_DIFFER: object
  WORK_LIST_DIFFERS: object
  TRIED_OFTEN: {
    readonly order: string
    readonly orderId: string
    readonly attempts: number
    readonly last: string
  }
  LONG_PAST: { readonly deadlineId: string; readonly due: string }
  FAILED: { readonly error: string; readonly place: string; readonly message: string }
  FAILED_ELSEWHERE: object
  NUMBER_TAKEN: object
  ENTRY_UNREADABLE: { readonly entry: number }
  ENTRY_UNTOLD: { readonly entry: number }
  NOT_THERE: object
  CARRIED_OVER_DIFFERS: object
  OTHER_END: object
  OTHER_RECORD: object
}
/** The name of one of them, which a program can go by in any language. */
export type FindingDetail = keyof FindingDetails

/** One thing that a stored life has wrong. */
export interface Finding {
  lifecycleId: string
  code: FindingCode
  /** In English, for the operator; never a value of the record. */
  detail: string
  /** The same as a code, with what it names: for whoever says it in another language. */
  why: FindingDetail
  values: Readonly<Record<string, string | number>>
}

const english: { readonly [Name in FindingDetail]: (values: FindingDetails[Name]) => string } = {
  LISTED_ALONE: () => 'It is listed, and there is no record of it.',
  PURGED_AND_THERE: () => 'It was purged, and is still there.',
  RECORD_MISSING: () => 'There is a journal, and no record that it makes.',
  ENTRY_MISSING: ({ entry }) => `Entry ${entry} is missing.`,
  ENTRY_UNLINKED: ({ entry }) => `Entry ${entry} does not continue the one before.`,
  ENTRY_ALTERED: ({ entry }) => `Entry ${entry} was altered.`,
  MARK_MISSING: ({ entry }) =>
    `Entry ${entry}, at which the last audit ended, is missing: all lives are looked at.`,
  HEAD_DIFFERS: () => 'The record was not made by its newest entry.',
  ENTRIES_DIFFER: ({ version, entries }) => `Version ${version} has ${entries} entries.`,
  RECORD_DIFFERS: () => 'The journal tells another record.',
  ORDERS_DIFFER: () => 'Order rows differ from the record.',
  TIMERS_DIFFER: () => 'Timer rows differ from the record.',
  WORK_LIST_DIFFERS: () => 'Rows of the work list differ from the record.',
  TRIED_OFTEN: ({ order, orderId, attempts, last }) =>
    `${order} ${orderId} was tried ${attempts} times, last ${last === '' ? 'without result' : last}.`,
  LONG_PAST: ({ deadlineId, due }) => `${deadlineId} was due at ${due}.`,
  FAILED: ({ error, message }) => `${error}: ${message}`,
  FAILED_ELSEWHERE: () => 'It failed with an error of another library.',
  NUMBER_TAKEN: () => 'Another life has the number that it would have.',
  ENTRY_UNREADABLE: ({ entry }) => `Entry ${entry} cannot be read, or continues nothing.`,
  ENTRY_UNTOLD: ({ entry }) => `The rules do not tell entry ${entry}.`,
  NOT_THERE: () => 'It is not there.',
  CARRIED_OVER_DIFFERS: () => 'What was carried over is another record.',
  OTHER_END: () => 'It ends with another entry.',
  OTHER_RECORD: () => 'The record is another one.',
}

export const found = <Name extends FindingDetail>(
  lifecycleId: string,
  code: FindingCode,
  why: Name,
  values: FindingDetails[Name],
): Finding => ({
  ...{ lifecycleId, code, why, detail: english[why](values) },
  values: { ...values } as Finding['values'],
})
