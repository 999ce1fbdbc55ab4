import { storeConformance } from '../store-conformance.ts'
import { newHome } from './homes.ts'

storeConformance('postgresStore', async () => newHome().store)
