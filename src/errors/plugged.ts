import { errorCodes } from '../domain/index.ts'
import { type AnyTerminalLifecycleError, isTerminalLifecycleError } from './is-terminal-lifecycle-error.ts'
import { type PluggedPart, PluginError } from './plugin-error.ts'

const known: ReadonlySet<unknown> = new Set(errorCodes)

/** What was thrown may be a proxy that says yes to everything, or throws whatever it is asked. */
const isOurs = (thrown: unknown): thrown is AnyTerminalLifecycleError => {
  try {
    // Also one of another realm, as test runners make them.
    const isError = thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]'
    return isError && isTerminalLifecycleError(thrown) && known.has(thrown.code)
  } catch {
    return false
  }
}

/** What a plugged-in part threw, as an error of ours: one of ours stays, anything else is told by names and codes. */
export const pluginError = (part: PluggedPart, thrown: unknown): AnyTerminalLifecycleError =>
  isOurs(thrown) ? thrown : new PluginError({ part, cause: thrown })

/**
 * Asks a plugged-in part, whether it answers at once or later.
 *
 * @throws PluginError for whatever it throws that is no error of this library.
 */
export const asked = async <Answer>(
  part: PluggedPart,
  ask: () => Answer | Promise<Answer>,
): Promise<Answer> => {
  try {
    return await ask()
  } catch (thrown) {
    throw pluginError(part, thrown)
  }
}

/** The same where the answer is needed at once. */
export const askedNow = <Answer>(part: PluggedPart, ask: () => Answer): Answer => {
  try {
    return ask()
  } catch (thrown) {
    throw pluginError(part, thrown)
  }
}

/** An object of functions of which each throws only errors of ours; `this` stays what it was. */
export const guarded = <Part extends object>(part: PluggedPart, given: Part): Part =>
  // Not a proxy of the thing itself: one that is frozen would have to give its functions as they are.
  new Proxy({} as Part, {
    get(_, name) {
      const found: unknown = Reflect.get(given, name)
      if (typeof found !== 'function') return found
      return (...values: unknown[]) => {
        const answer: unknown = askedNow(part, () => Reflect.apply(found, given, values))
        return answer instanceof Promise ? asked(part, () => answer) : answer
      }
    },
  })

/** Tells a listener of the host's: what it throws, now or later, stops nothing. */
export const quietly =
  <Told extends readonly unknown[]>(listen: ((...told: Told) => unknown) | undefined) =>
  (...told: Told): void => {
    try {
      // An async function may stand where nothing is returned.
      Promise.resolve(listen?.(...told)).catch(() => {})
    } catch {
      // There is nobody left to tell.
    }
  }
