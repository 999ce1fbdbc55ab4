import { absentPartyLaws } from './absent-party.ts'

absentPartyLaws(1)
