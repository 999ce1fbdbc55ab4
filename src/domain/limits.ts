/** What a terminal may be able to do; `capabilities(record)` says which of them are wanted and which were read back. */
export const capabilityNames = [
  'sale',
  'preAuth',
  'completion',
  'void',
  'refund',
  'batchUpload',
  'payout',
  'test',
] as const
export type CapabilityName = (typeof capabilityNames)[number]

/** What a hold may forbid: a capability, or the erasure of the device's data. */
export const limits = [...capabilityNames, 'erasure'] as const
export type Limit = (typeof limits)[number]

/** How a hold comes to its end; it keeps this for life. */
export const releasePaths = ['application', 'evidence', 'provider', 'authority', 'none'] as const
export type ReleasePath = (typeof releasePaths)[number]

/** Device test owed before a sale-limiting hold is lifted. */
export const testKinds = ['none', 'smoke', 'full'] as const
export type TestKind = (typeof testKinds)[number]

/** Where the cause of a hold became known. */
export const causeSources = [
  'deviceScreen',
  'customerService',
  'technician',
  'notice',
  'monitoring',
  'inspection',
  'other',
] as const

/** An enterprise and a sole trader hold a business licence; an individual proves identity instead. */
export const merchantTypes = ['enterprise', 'sole_trader', 'individual'] as const
export type MerchantType = (typeof merchantTypes)[number]
