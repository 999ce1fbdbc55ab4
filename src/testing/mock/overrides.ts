import { contract, type OperationName, operations } from '../../contract/index.ts'
import type { Moment, WriteName } from './carry-out.ts'
import { readName } from './check-faults.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * Decides an answer in the mock's stead. `base()` has the mock carry it out and gives its answer, of which one field may then
 * say something else; without it nothing is carried out. `undefined` leaves all of it to the mock.
 *
 * @example mock.override('eraseDevice', (input, moment, base) => ({ ...base(), tool: 'hammer' }))
 */
export type Override = (input: Members, moment: Moment, base: () => Members) => Members | undefined

/** Operations whose answer can be decided by a test. */
export type OverriddenName = WriteName | 'readStatus'

const overriddenNames: readonly OverriddenName[] = operations
  .filter(({ side, name }) => side === 'systems' && name !== 'getResult')
  .map(({ name }) => name as OverriddenName)

/** What stands in the stead of the mock's own answers, by operation. */
export class Overrides {
  #byName: ReadonlyMap<OperationName, Override | Members> = new Map()

  /** @throws InvalidInputError naming an operation that there is not. */
  set(operation: OverriddenName, decide: Override | Members | undefined): void {
    const name = readName('/override', operation, overriddenNames)
    const others = [...this.#byName].filter(([other]) => other !== name)
    this.#byName = new Map(decide === undefined ? others : [...others, [name, decide]])
  }

  /** The answer, and whether the mock has carried anything out for it. */
  decide(operation: string, input: Members, moment: Moment, base: () => Members) {
    const decide = this.#byName.get(operation as OperationName)
    if (decide === undefined) return undefined
    let own: Members | undefined
    const carryOut = (): Members => {
      own ??= base()
      return own
    }
    const decided =
      typeof decide === 'function' ? decide(input, moment, carryOut) : { ...carryOut(), ...decide }
    const answer = decided ?? own
    if (answer === undefined) return undefined
    const { method } = contract[operation as OperationName]
    const whole = method === 'GET' ? answer : { status: 'done', reference: moment.reference, ...answer }
    return { answer: whole, carriedOut: own !== undefined }
  }

  entries(): readonly (readonly [OverriddenName, Override | Members])[] {
    return [...this.#byName] as readonly (readonly [OverriddenName, Override | Members])[]
  }

  restore(entries: readonly (readonly [OverriddenName, Override | Members])[]): void {
    this.#byName = new Map(entries)
  }
}
