import { checkBaseUrl } from './base-url.ts'
import { RetryBudget } from './budget.ts'
import type { AcquirerClientOptions } from './options.ts'

/** Options with every default filled in. */
export interface Settings
  extends Required<Pick<AcquirerClientOptions, 'auth' | 'fetch' | 'hooks' | 'dialect' | 'pathMap'>> {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly retry: Required<NonNullable<AcquirerClientOptions['retry']>>
  readonly timeout: Required<NonNullable<AcquirerClientOptions['timeout']>>
  readonly budget: RetryBudget
}

export const settingsOf = (options: AcquirerClientOptions): Settings => ({
  baseUrl: checkBaseUrl(options.baseUrl),
  auth: options.auth,
  // Looked up when called: a test may replace the global one after the client was made.
  fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
  hooks: options.hooks ?? {},
  dialect: options.dialect ?? ((answer) => answer),
  pathMap: options.pathMap ?? {},
  retry: { attempts: 3, delay: 100, throttledDelay: 1000, longestWait: 60_000, ...options.retry },
  timeout: { attempt: 10_000, total: 30_000, upload: 300_000, ...options.timeout },
  budget: new RetryBudget(),
})
