import { isTerminalLifecycleError, RefusedError } from '../errors/index.ts'

/** For a foreign life as for an unknown one: whoever asks learns nothing of others. */
export const notFound = (): never => {
  throw new RefusedError({ refusal: 'NOT_FOUND' })
}

const isUnknownLife = (error: unknown): boolean =>
  isTerminalLifecycleError(error) &&
  error.code === 'INVALID_INPUT' &&
  error.issues.some(({ code }) => code === 'LIFECYCLE_UNKNOWN' || code === 'LIFECYCLE_PURGED')

/** @throws RefusedError NOT_FOUND where the runtime knows no such life of the actor's. */
export const found = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  try {
    return await answer
  } catch (error) {
    return isUnknownLife(error) ? notFound() : Promise.reject(error)
  }
}
