import {
  askedNow,
  checkOptions,
  type InputIssue,
  InvalidInputError,
  type OptionRules,
} from '../errors/index.ts'
import { checkBaseUrl } from './base-url.ts'
import { RetryBudget } from './budget.ts'
import { type ClientEnvironment, hostEnvironment } from './environment.ts'
import { Lanes } from './lanes.ts'
import type { AcquirerClientOptions, ClientHooks, Dialect, Fetch } from './options.ts'
import { overFetch, platformCheck, throughKy } from './over-fetch.ts'
import { plugIssues } from './plug-issues.ts'
import type { Transport } from './transport.ts'
import { asUnreached } from './unreached.ts'
import { UsedKeys } from './used-keys.ts'

/** Options with every default filled in. */
export interface Settings
  extends Required<Pick<AcquirerClientOptions, 'auth' | 'hooks' | 'pathMap' | 'mappings' | 'environment'>> {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly retry: Required<NonNullable<AcquirerClientOptions['retry']>>
  readonly timeout: Required<NonNullable<AcquirerClientOptions['timeout']>>
  readonly transport: Transport
  /** Throws what the platform says against making any request. */
  readonly checkPlatform: () => void
  readonly dialect: Dialect | undefined
  readonly locale: string | undefined
  readonly budget: RetryBudget
  readonly lanes: Lanes
  readonly usedKeys: UsedKeys
}

const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$/

/** The environment; whatever it throws is an error of ours. */
const checkedEnvironment = (given: ClientEnvironment): ClientEnvironment => ({
  now: () => askedNow('environment', () => given.now()),
  elapsed: () => askedNow('environment', () => given.elapsed()),
  random: () => askedNow('environment', () => given.random()),
  timer: (milliseconds, callback) => askedNow('environment', () => given.timer(milliseconds, callback)),
})

/** Timers of every host fire at once beyond it. */
const longestTimer = 2_147_483_647

const outOf = (
  least: number,
  group: string,
  numbers: Readonly<Record<string, number>>,
): readonly InputIssue[] =>
  Object.entries(numbers).flatMap(([name, value]) =>
    Number.isInteger(value) && value >= least && value <= longestTimer
      ? []
      : [{ path: `/${group}/${name}`, code: 'NOT_ALLOWED_VALUE' }],
  )

const check = (settings: Settings, concurrency: number, options: AcquirerClientOptions): Settings => {
  const { attempts, ...delays } = settings.retry
  const issues = [
    ...outOf(1, 'retry', { attempts }),
    ...outOf(0, 'retry', delays),
    ...outOf(1, 'timeout', settings.timeout),
    ...(Number.isSafeInteger(concurrency) && concurrency >= 1
      ? []
      : [{ path: '/concurrency', code: 'NOT_ALLOWED_VALUE' }]),
    ...(settings.locale === undefined || languageTag.test(settings.locale)
      ? []
      : [{ path: '/locale', code: 'INVALID_FORMAT' }]),
    ...carrierIssues(options),
    ...plugIssues(settings.pathMap, settings.mappings),
  ]
  if (issues.length > 0) throw new InvalidInputError({ issues })
  return settings
}

const groups = {
  retry: { attempts: 3, delay: 100, throttledDelay: 1000, longestWait: 60_000 },
  timeout: { attempt: 10_000, total: 30_000, upload: 300_000, queue: 30_000 },
} as const

/** Anything else would leave the defaults as they are, and say nothing. */
const checkGroup = (options: AcquirerClientOptions, name: keyof typeof groups): void =>
  checkOptions(
    options[name],
    Object.fromEntries(Object.keys(groups[name]).map((member) => [member, 'any?'])),
    `/${name}`,
  )

// Looked up when called: a test may replace the global one after the client was made.
const globalFetch: Fetch = async (url, init) => {
  try {
    return await globalThis.fetch(url, init)
  } catch (error) {
    throw asUnreached(error)
  }
}

const carriedBy = ({
  fetch,
  ky,
  transport,
}: AcquirerClientOptions): Pick<Settings, 'transport' | 'checkPlatform'> => {
  if (transport) return { transport, checkPlatform: () => {} }
  return {
    transport: overFetch(ky ? throughKy(ky) : (fetch ?? globalFetch)),
    checkPlatform: platformCheck(),
  }
}

const carrierIssues = ({ fetch, ky, transport }: AcquirerClientOptions): readonly InputIssue[] => {
  const given = Object.entries({ fetch, ky, transport }).filter(([, carrier]) => carrier !== undefined)
  return given.slice(1).map(([name]) => ({ path: `/${name}`, code: 'NOT_ALLOWED_VALUE' }))
}

/** What has rules of its own is judged by them. */
const rules = {
  baseUrl: 'any',
  auth: '.headers',
  fetch: 'function?',
  ky: 'function?',
  transport: 'function?',
  retry: 'object?',
  timeout: 'object?',
  concurrency: 'any?',
  hooks: 'object?',
  locale: 'string?',
  pathMap: 'object?',
  dialect: 'function?',
  mappings: 'object?',
  environment: '.timer?',
} satisfies OptionRules<AcquirerClientOptions>

const ofHooks = { onAttempt: 'function?', onAnswer: 'function?' } satisfies OptionRules<ClientHooks>

/**
 * @throws UntrustedEndpointError for the base URL.
 * @throws InvalidInputError for anything else.
 */
export const settingsOf = (options: AcquirerClientOptions): Settings => {
  checkOptions(options, rules)
  checkOptions(options.hooks, ofHooks, '/hooks')
  checkGroup(options, 'retry')
  checkGroup(options, 'timeout')
  const { concurrency = 100 } = options
  const environment = checkedEnvironment(options.environment ?? hostEnvironment)
  const settings: Settings = {
    baseUrl: checkBaseUrl(options.baseUrl),
    auth: options.auth,
    ...carriedBy(options),
    hooks: options.hooks ?? {},
    dialect: options.dialect,
    locale: options.locale,
    pathMap: options.pathMap ?? {},
    mappings: options.mappings ?? {},
    retry: { ...groups.retry, ...options.retry },
    timeout: { ...groups.timeout, ...options.timeout },
    environment,
    budget: new RetryBudget(),
    lanes: new Lanes(concurrency, environment),
    usedKeys: new UsedKeys(),
  }
  return check(settings, concurrency, options)
}
