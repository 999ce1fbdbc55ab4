import { explainLaws } from './explain-laws.ts'

explainLaws(50_000)
