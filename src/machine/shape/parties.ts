import { fields, text } from './kinds.ts'

/** Who acts for a party, and the paper that says so. */
export interface Representative {
  personId: string
  organisationId: string
  mandateRef: string
}

export const representative = () =>
  fields<Representative>({
    personId: text,
    organisationId: text,
    mandateRef: text,
  })
