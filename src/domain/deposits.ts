/** 保证金 secures what may still be owed, 押金 is left for the device. */
export const depositKinds = ['guarantee', 'device_pledge'] as const
export type DepositKind = (typeof depositKinds)[number]
