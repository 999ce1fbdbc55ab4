import type { MappingList } from './list.ts'

/** Why the status of a terminal changed. */
export const cybersourceStatusChangeReasons = {
  source: {
    publisher: 'Cybersource',
    title: 'Terminal management: statusChangeReason',
    version: 'read 2026-11',
    publishedAt: 'https://developer.cybersource.com',
  },
  codes: {
    // A closure for damage says that it is beyond repair; this does not.
    'Broken/Damaged': { words: 'Broken/Damaged', suspension: 'DEVICE_DAMAGED' },
    'End of Life': { words: 'End of Life', suspension: 'DEVICE_OBSOLETE', closure: 'DEVICE_OBSOLETE' },
    'In Production': { words: 'In Production', standing: 'inService' },
    'Lost/Stolen': { words: 'Lost/Stolen', suspension: 'DEVICE_LOST' },
    Other: { words: 'Other', suspension: 'OTHER', closure: 'OTHER' },
    'Pending Setup': { words: 'Pending Setup' },
    Replaced: { words: 'Replaced' },
    Returned: { words: 'Returned' },
  },
  says: {
    suspension: {
      DEVICE_DAMAGED: 'Broken/Damaged',
      DEVICE_OBSOLETE: 'End of Life',
      DEVICE_LOST: 'Lost/Stolen',
      OTHER: 'Other',
    },
    closure: {
      DEVICE_DAMAGED: 'Broken/Damaged',
      DEVICE_OBSOLETE: 'End of Life',
      OTHER: 'Other',
    },
    standing: { inService: 'In Production' },
  },
} as const satisfies MappingList
