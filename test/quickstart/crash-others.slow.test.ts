import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { crashLaws } from './crash-laws.ts'

crashLaws(caseNames.filter((name) => name !== 'third-party'))
