import { explainLaws } from './explain-laws.ts'

explainLaws(15_000)
