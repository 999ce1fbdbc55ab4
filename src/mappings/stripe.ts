import type { ListSource, MappingList } from './list.ts'

const stripe = (title: string): ListSource => ({
  publisher: 'Stripe',
  title,
  version: 'API 2026-10-28.endive, stripe-node 23.1.0',
  publishedAt: 'https://docs.stripe.com/api/accounts/object',
})

const violation = { suspension: 'RULE_VIOLATION', closure: 'RULE_VIOLATION' } as const
const other = { suspension: 'OTHER', closure: 'OTHER' } as const

/** Why an account can no longer do something. The words are the codes themselves. Only Stripe and its platforms reject. */
export const stripeAccountReasons = {
  source: stripe('Account requirements.disabled_reason'),
  codes: {
    'action_required.requested_capabilities': { words: 'Capabilities were not requested' },
    listed: { words: 'Might be on a list of prohibited persons or companies' },
    other: { words: 'Another reason', ...other },
    platform_paused: { words: 'Paused by the platform' },
    'rejected.fraud': { words: 'Suspected fraud', ...violation },
    'rejected.incomplete_verification': { words: 'Verification incomplete', suspension: 'COMPLIANCE_ISSUE' },
    'rejected.listed': { words: 'On a list of prohibited persons or companies' },
    'rejected.other': { words: 'Another reason', ...other },
    'rejected.platform_fraud': { words: 'Suspected fraud, by the platform', ...violation },
    'rejected.platform_other': { words: 'Another reason, by the platform', ...other },
    'rejected.platform_terms_of_service': { words: 'Terms of the platform were broken', ...violation },
    'rejected.terms_of_service': { words: 'Terms of Stripe were broken', ...violation },
    'requirements.past_due': { words: 'Information is past due', suspension: 'COMPLIANCE_ISSUE' },
    'requirements.pending_verification': { words: 'Information is being verified' },
    under_review: { words: 'Under review' },
  },
  says: {
    suspension: { OTHER: 'other' },
    closure: { RULE_VIOLATION: 'rejected.platform_terms_of_service', OTHER: 'rejected.platform_other' },
  },
} as const satisfies MappingList

/** Why one capability of an account is off. */
export const stripeCapabilityReasons = {
  source: stripe('Capability requirements.disabled_reason'),
  codes: {
    'paused.inactivity': { words: 'Paused because it was not used', closure: 'DORMANT' },
    'pending.onboarding': { words: 'Onboarding is not finished' },
    'pending.review': { words: 'Under review' },
    platform_disabled: { words: 'Disabled by the platform' },
    platform_paused: { words: 'Paused by the platform' },
    'rejected.inactivity': { words: 'Rejected because it was not used', closure: 'DORMANT' },
    'rejected.other': { words: 'Another reason', ...other },
    'rejected.unsupported_business': { words: 'A business that is not supported' },
    'requirements.fields_needed': { words: 'Information is missing', suspension: 'COMPLIANCE_ISSUE' },
  },
  says: { closure: { DORMANT: 'rejected.inactivity', OTHER: 'rejected.other' } },
} as const satisfies MappingList
