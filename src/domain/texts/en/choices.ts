import type { Texts } from '../texts.ts'

export const channels: Texts['channel'] = {
  online: 'Online',
  offline: 'In person, on paper',
  website: 'Website',
  app: 'App',
  hotline: 'Hotline',
  email: 'E-mail',
  onlineSupport: 'Online support desk',
  onlineChat: 'Online chat',
  post: 'Post',
  selfServiceDevice: 'Self-service on the device',
  managementConsole: 'Management console',
  remoteAssistance: 'Remote assistance',
}

export const signatories: Texts['signatory'] = {
  legalRepresentative: 'Legal representative',
  owner: 'Owner of the business',
  attorney: 'Person with a power of attorney',
}

export const durations: Texts['duration'] = {
  temporary: 'For a time: the terminal is to be used again',
  permanent: 'For good: the terminal is given up',
}

export const dispositions: Texts['disposition'] = {
  return: 'I send or bring the device back',
  collection: 'The device is to be collected',
  merchantOwned: 'The device is my own and stays with me',
}

export const backupStatements: Texts['backupStatement'] = {
  done: 'Copied',
  notPossible: 'Could not be copied',
}

export const selfServiceResults: Texts['selfServiceResult'] = {
  notSupported: 'The device has no self-service',
  notTried: 'Not tried',
  unresolved: 'Tried, and it did not help',
  resolved: 'Tried, and it helped',
}

export const remedies: Texts['remedy'] = {
  repair: 'Repair',
  replacement: 'Replacement',
  reinstall: 'Reinstallation of the software',
  update: 'Update of the software',
  payment: 'Payment',
  topUp: 'Account topped up',
  waiver: 'Waiver of the debt',
  rectification: 'Rectification',
  renewal: 'Renewal of the licence',
  accountVerified: 'Account verified',
  identityVerified: 'Identity verified',
  disputeResolved: 'Dispute resolved',
  noneRequired: 'Nothing had to be done',
}

export const performers: Texts['performer'] = {
  merchant: 'The merchant itself',
  provider: 'Payment provider',
  serviceProvider: 'Service provider',
  supplier: 'Supplier of the device',
  repairer: 'Repair shop',
  technician: 'Technician',
}

export const components: Texts['component'] = {
  printer: 'Printer',
  scanner: 'Scanner',
  cardReader: 'Card reader',
  display: 'Display',
  power: 'Power or battery',
  network: 'Network',
  software: 'Software',
  other: 'Something else',
}

export const symptoms: Texts['symptom'] = {
  paperJam: 'Paper jam',
  displayBroken: 'Display broken or blank',
  systemCrash: 'System crash',
  swipeFailure: 'Cards are not read',
  invalidMerchant: 'It shows "invalid merchant"',
  noConnection: 'No connection',
  other: 'Something else',
}

export const faultCauses: Texts['faultCause'] = {
  wear: 'Wear and tear',
  misuse: 'Wrong handling',
  unknown: 'Not known',
}
