/** Every way in which an application, a notice or a question travels. */
export const channels = [
  'online',
  'offline',
  'website',
  'app',
  'hotline',
  'email',
  'onlineSupport',
  'onlineChat',
  'post',
  'selfServiceDevice',
  'managementConsole',
  'remoteAssistance',
] as const
export type Channel = (typeof channels)[number]

/** Who signs an application. */
export const signatoryAuthorities = ['legalRepresentative', 'owner', 'attorney'] as const
export type SignatoryAuthority = (typeof signatoryAuthorities)[number]

/** For how long a terminal is to stop: one word is used for both. (C-17) */
export const durations = ['temporary', 'permanent'] as const
export type Duration = (typeof durations)[number]

/** How a device that is not the merchant's finds its way back. (R-023, R-170, OQ-16) */
export const dispositions = ['return', 'collection', 'merchantOwned'] as const
export type Disposition = (typeof dispositions)[number]

/** Were transaction data copied before the pause? (R-302, C-11) */
export const backupStatements = ['done', 'notPossible'] as const
export type BackupStatement = (typeof backupStatements)[number]

/** What the merchant tried on the device itself. (R-062, C-02) */
export const selfServiceResults = ['notSupported', 'notTried', 'unresolved', 'resolved'] as const
export type SelfServiceResult = (typeof selfServiceResults)[number]

/** Who carried a remedy out. */
export const performers = [
  'merchant',
  'provider',
  'serviceProvider',
  'supplier',
  'repairer',
  'technician',
] as const
export type Performer = (typeof performers)[number]

/** What of a device is broken. */
export const components = [
  'printer',
  'scanner',
  'cardReader',
  'display',
  'power',
  'network',
  'software',
  'other',
] as const
export type Component = (typeof components)[number]

/** How a fault shows. */
export const symptoms = [
  'paperJam',
  'displayBroken',
  'systemCrash',
  'swipeFailure',
  'invalidMerchant',
  'noConnection',
  'other',
] as const
export type Symptom = (typeof symptoms)[number]

/** Wear is nobody's fault, misuse feeds the question of liability. */
export const faultCauses = ['wear', 'misuse', 'unknown'] as const
export type FaultCause = (typeof faultCauses)[number]
