import { it } from 'vitest'
import { asksByNoName } from '../no-names.ts'
import { newHome } from './homes.ts'

it('what is no name is nobody’s, and no filter: in PostgreSQL', () => asksByNoName(newHome().store))
