import { explainLaws } from './explain-laws.ts'

explainLaws(110_000)
