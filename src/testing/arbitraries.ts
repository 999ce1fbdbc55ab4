import type { Arbitrary } from 'fast-check'
import type { Schema } from '../contract/index.ts'
import { nearMiss } from './arbitraries/near-miss.ts'
import { ofSchema } from './arbitraries/of-schema.ts'

/**
 * Values that a schema of this library accepts, for property tests with fast-check: requests, documents, events, orders,
 * terminals, policies, and what the rows of the contract take and answer. Where fields are judged together, what they say
 * together passes too.
 *
 * @throws Error for a schema of which nothing that was made passes.
 * @example fc.assert(fc.property(arbitraryOf(LifecycleEvent), (event) => LifecycleEvent.safeParse(event).success))
 */
export const arbitraryOf = <S extends Schema>(schema: S): Arbitrary<S['_zod']['input']> =>
  // Made from the schema's own definition, and judged by it.
  ofSchema(schema as never) as Arbitrary<S['_zod']['input']>

/**
 * The same with one thing wrong, in nearly every case: a member that is missing, of another type, or that nobody knows. Now and
 * then it is still fine, where a member may be left out.
 *
 * @example fc.assert(fc.property(nearMissOf(ClosureRequest), (form) => answersPolitely(form)))
 */
export const nearMissOf = (schema: Schema): Arbitrary<unknown> => nearMiss(ofSchema(schema as never))
