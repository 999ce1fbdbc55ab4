import { isTerminalLifecycleError } from 'terminal-lifecycle/errors'
import type { Store } from 'terminal-lifecycle/runtime'

/** One call that has ended. */
export interface Call {
  readonly method: keyof Store
  readonly ms: number
  /** Of the error that it rejected with; `null`: it went well. */
  readonly code: string | null
}

const codeOf = (error: unknown): string => (isTerminalLifecycleError(error) ? error.code : 'UNKNOWN')

/**
 * A store that does what `store` does and tells of each call. Every method is passed on, those too that this version does not know:
 * a wrapper that names methods one by one leaves out what comes later.
 */
export const watchedStore = (store: Store, told: (call: Call) => void, now: () => number): Store =>
  new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target)
      if (typeof method !== 'function') return method
      return (...args: unknown[]): unknown => {
        const since = now()
        const tell = (code: string | null) => told({ method: name as keyof Store, ms: now() - since, code })
        const result: unknown = method.apply(target, args)
        if (result instanceof Promise)
          result.then(
            () => tell(null),
            (error) => tell(codeOf(error)),
          )
        return result
      }
    },
  })
