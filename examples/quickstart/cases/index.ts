import { recorder } from '../people.ts'
import { before } from '../steps/before.ts'
import { steps as closureSteps } from '../steps/index.ts'
import { maintenance } from '../steps/maintenance.ts'
import { endOf, problemsOf } from '../verdict.ts'
import type { Case } from './case.ts'
import type { CaseName } from './names.ts'

/** Each with its steps, and with what must be true when they are done. */
export const cases: Readonly<Partial<Record<CaseName, Case>>> = {
  closure: {
    name: 'closure',
    before,
    steps: closureSteps,
    check: { kind: 'closure', actor: recorder },
    problemsOf,
  },
  maintenance: {
    name: 'maintenance',
    before: [],
    steps: maintenance,
    problemsOf: endOf('inService', ({ context }) => Object.keys(context.holds).length === 1),
  },
}
