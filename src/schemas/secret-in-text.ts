import { containsCardNumber, containsIdentityNumber, holdsCardNumber } from '../domain/index.ts'

/** The code for what must not stand in a free text, because records and journals are kept for years. */
export const secretIn = (text: string): 'PAN_IN_TEXT' | 'IDENTITY_NUMBER_IN_TEXT' | undefined => {
  if (containsCardNumber(text)) return 'PAN_IN_TEXT'
  return containsIdentityNumber(text) ? 'IDENTITY_NUMBER_IN_TEXT' : undefined
}

/** The same of a reference, an id, a key or the name of a file: stricter, because many of them are nothing but digits. */
export const secretInReference = (text: string): 'PAN_IN_TEXT' | 'IDENTITY_NUMBER_IN_TEXT' | undefined => {
  if (holdsCardNumber(text)) return 'PAN_IN_TEXT'
  return containsIdentityNumber(text) ? 'IDENTITY_NUMBER_IN_TEXT' : undefined
}
