/** Where a device goes back to. */
export const returnDestinations = ['institution', 'designatedPlace', 'collection'] as const
export type ReturnDestination = (typeof returnDestinations)[number]

/** What an inspection finds. */
export const deviceConditions = ['intact', 'worn', 'damaged', 'dead'] as const
export type DeviceCondition = (typeof deviceConditions)[number]

/** Whose fault a damage is. */
export const damageCauses = ['human', 'nonHuman', 'undetermined'] as const
export type DamageCause = (typeof damageCauses)[number]

/** How a device came to be missing. */
export const lossKinds = ['lost', 'stolen', 'destroyed'] as const
export type LossKind = (typeof lossKinds)[number]
