import { lifecycle, recorded } from './setup.ts'

const withdrawn = { guard: 'application.withdrawn', target: 'none', actions: 'record' } as const
const lapsed = { guard: 'application.lapsed', target: 'none', actions: 'record' } as const
const supplemented = { guard: 'application.supplemented', target: 'underReview', actions: 'record' } as const

/** What the merchant asks for, beside the service and without any power over it. */
export const application = lifecycle.createStateConfig({
  initial: 'none',
  on: {
    'suspension.requested': { ...recorded('suspension.requested'), target: '.underReview' },
    'reinstatement.requested': { ...recorded('reinstatement.requested'), target: '.underReview' },
    'closure.requested': { ...recorded('closure.requested'), target: '.underReview' },
  },
  states: {
    none: {},
    underReview: {
      tags: ['underReview', 'awaitingProvider'],
      on: {
        'review.informationRequested': {
          ...recorded('review.informationRequested'),
          target: 'needsInformation',
        },
        'review.rejected': { ...recorded('review.rejected'), target: 'rejected' },
        'review.approved': recorded('review.approved'),
        'application.withdrawn': withdrawn,
      },
      // approved: what follows is in the holds, or in the closing
      always: { guard: 'applicationEnded', target: 'none' },
    },
    needsInformation: {
      tags: 'awaitingMerchant',
      on: {
        'application.supplemented': supplemented,
        'application.withdrawn': withdrawn,
        'application.lapsed': lapsed,
      },
    },
    rejected: {
      tags: 'awaitingMerchant',
      on: {
        'application.supplemented': supplemented,
        'application.withdrawn': withdrawn,
        'application.lapsed': lapsed,
      },
    },
  },
})
