import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { crashLaws } from './crash-laws.ts'

// The others are among the slow tests.
crashLaws(caseNames.filter((name) => name === 'third-party'))
