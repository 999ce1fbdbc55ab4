import { textsEn } from '../domain/index.ts'
import type { DiagramWords } from './words.ts'

export const wordsEn: DiagramWords = {
  lang: 'en',
  texts: textsEn,
  conditions: {
    saleLimited: 'a hold stops sales',
    saleHeld: 'sales held again',
    testOwed: 'holds gone, test owed',
    nothingOwed: 'nothing owed',
    acceptanceReadOn: 'host says: sales on',
    applicationEnded: 'decided',
    closureDecided: 'closure decided',
    closureDropped: 'closure dropped',
    obligationsMet: 'all seven done',
    obligationsOpen: 'an obligation is open again',
    closureConfirmed: 'provider confirmed it',
    closureNotEffective: 'register says: not closed',
    closureVerified: 'register says: closed',
    nothingMissing: 'nothing missing',
    somethingMissing: 'something missing',
  },
  any: 'any',
  here: 'now',
  done: '✓ done',
  and: ', ',
}
