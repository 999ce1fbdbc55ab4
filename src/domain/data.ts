/** Where a copy of a device's data is kept. (R-151, C-12) */
export const backupMethods = ['computer', 'usb', 'providerCloud', 'other'] as const
export type BackupMethod = (typeof backupMethods)[number]

/** How thoroughly a device is wiped. */
export const erasureMethods = ['clear', 'purge', 'destroy'] as const
export type ErasureMethod = (typeof erasureMethods)[number]

/** `revokedAtHost`: the keys may still sit in a lost device, the host takes them no more. */
export const keyRemovals = ['zeroised', 'destroyed', 'revokedAtHost'] as const
export type KeyRemoval = (typeof keyRemovals)[number]
