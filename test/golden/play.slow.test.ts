import { caseNames } from '../../examples/quickstart/cases/names.ts'
import { playsAlike } from './plays-alike.ts'

playsAlike(caseNames)
