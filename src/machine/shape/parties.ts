import { fields, text } from './kinds.ts'

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
