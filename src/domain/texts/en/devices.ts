import type { Texts } from '../texts.ts'

export const destinations: Texts['destination'] = {
  institution: 'To the payment provider',
  designatedPlace: 'To the place that the provider named',
  collection: 'Collected at your place',
}

export const conditions: Texts['condition'] = {
  intact: 'Undamaged',
  worn: 'Worn',
  damaged: 'Damaged',
  dead: 'Does not start',
}

export const damageCauses: Texts['damageCause'] = {
  human: 'Caused by people',
  nonHuman: 'Not caused by people',
  undetermined: 'Cause not determined',
}

export const losses: Texts['loss'] = {
  lost: 'Lost',
  stolen: 'Stolen',
  destroyed: 'Destroyed',
}

export const testChecks: Texts['testCheck'] = {
  power: 'Power',
  signOn: 'Sign-on',
  network: 'Network',
  printer: 'Printer',
  scanner: 'Scanner',
  cardReader: 'Card reader',
  display: 'Display',
  transaction: 'Test payment',
  void: 'Void of the test payment',
  tamper: 'Tamper protection',
  time: 'Clock of the device',
}

export const backupMethods: Texts['backupMethod'] = {
  computer: 'On a computer',
  usb: 'On an encrypted USB stick',
  providerCloud: 'In the cloud of the provider',
  other: 'Elsewhere',
}

export const erasureMethods: Texts['erasureMethod'] = {
  clear: 'Overwritten',
  purge: 'Erased so that no laboratory recovers it',
  destroy: 'Destroyed physically',
}

export const keyRemovals: Texts['keyRemoval'] = {
  zeroised: 'Erased in the device',
  destroyed: 'Destroyed with the device',
  revokedAtHost: 'Revoked at the host',
}
