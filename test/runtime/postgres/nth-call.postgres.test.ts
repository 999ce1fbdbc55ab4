import { nthCallSuite } from '../nth-call-suite.ts'
import { newHome } from './homes.ts'

nthCallSuite('postgresStore', () => newHome().store)
