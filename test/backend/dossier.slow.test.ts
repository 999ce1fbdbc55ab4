import { it } from 'vitest'
import { comesWhole } from './long-lives.ts'

it('The dossier of a terminal with 1 100 papers and 12 000 entries comes page by page, and nothing is missing', () =>
  comesWhole(1_100, 12_000))
