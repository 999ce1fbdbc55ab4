import { type EventOn, reasonProfiles } from '../../domain/index.ts'
import { all, when } from '../clearing/kit.ts'
import { hasRun } from '../facts/clocks.ts'
import { boundDevices, isBlank, isMissing } from '../facts/devices.ts'
import { concerns, holdsOwingTest } from '../facts/holds.ts'
import { openTest } from '../facts/transactions.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Hold } from '../shape/holds.ts'
import { type Asked, isRole, type Rules } from './kit.ts'
import { expiredForSale } from './papers.ts'

const demanded = {
  none: [],
  smoke: ['signOn', 'transaction'],
  full: ['power', 'signOn', 'network', 'transaction', 'void'],
} as const
const strength = { none: 0, smoke: 1, full: 2 } as const

/** The strictest test that a cleared hold asks for; what was wiped is set up anew, and needs all of it. */
const testOwed = (
  { devices }: LifecycleContext,
  holds: readonly Hold[],
  serial: string | undefined,
): Hold['test'] => {
  const device = serial !== undefined && Object.hasOwn(devices, serial) ? devices[serial] : undefined
  if (device && isBlank(device)) return 'full'
  return holds.reduce<Hold['test']>(
    (most, { test }) => (strength[test] > strength[most] ? test : most),
    'none',
  )
}

const testIncomplete = (owed: Hold['test'], { kind, checks }: Asked<'test.passed'>): boolean => {
  if (kind === undefined || checks === undefined) return false
  const passed = new Set<string>(checks.flatMap(({ name, passed }) => (passed ? [name] : [])))
  return (
    strength[kind] < strength[owed] ||
    checks.some((check) => !check.passed) ||
    demanded[owed].some((name) => !passed.has(name))
  )
}

/** Parts with a check of their own; of software, and of anything else, the full test tells enough. */
const tried: ReadonlySet<string> = new Set([
  'printer',
  'scanner',
  'cardReader',
  'display',
  'power',
  'network',
])

/** What was broken has to be tried by name, or a technician says that it works. */
const untried = (owing: readonly Hold[], { checks, attested = [] }: Asked<'test.passed'>) => {
  if (checks === undefined) return []
  const named = new Set<string>([...checks.map(({ name }) => name), ...attested])
  return owing.flatMap(({ test, fault }) => {
    const part = fault?.component
    return test === 'full' && part !== undefined && tried.has(part) && !named.has(part) ? [part] : []
  })
}

/** What the test of this device has to show: what is held for it, or for all; where nothing is, as much as for the others. */
const owingFor = (context: LifecycleContext, serial: string | undefined): readonly Hold[] => {
  const all = holdsOwingTest(context)
  const own = serial === undefined ? all : all.filter((hold) => concerns(context, hold, serial))
  return own.length > 0 ? own : all
}

/** A merchant may do the small test itself, never after a violation, an attack or a loss. */
const testerAllowed = (context: LifecycleContext, event: Asked<'test.passed'> | Asked<'test.failed'>) => {
  const owing = owingFor(context, event.serial)
  const forbidden =
    testOwed(context, owing, event.serial) === 'full' ||
    owing.some(({ code }) => reasonProfiles[code].neverMerchantTest)
  return when(isRole(event, 'merchant') && (event.kind === 'full' || forbidden), 'ROLE_NOT_ALLOWED')
}

const wrongSerial = (context: LifecycleContext, serial: string | undefined) =>
  when(serial !== undefined && context.devices[serial]?.role !== 'bound', 'WRONG_SERIAL', serial)

export const deviceTestRules: Rules<EventOn<'device-test'>> = {
  'test.passed': (context, event) => {
    const owing = owingFor(context, event.serial)
    const testOpen = openTest(context)
    const [part] = untried(owing, event)
    const owed = testOwed(context, owing, event.serial)
    const missing = boundDevices(context).find(isMissing)
    return all(
      testerAllowed(context, event),
      wrongSerial(context, event.serial),
      when(testIncomplete(owed, event), 'TEST_INCOMPLETE', event.serial, { owed }),
      when(part !== undefined, 'TEST_INCOMPLETE', event.serial, {
        owed,
        component: part ?? null,
      }),
      when(testOpen !== undefined, 'TEST_TRANSACTION_OPEN', testOpen?.ref),
      when(missing !== undefined, 'DEVICE_REPORTED_LOST', missing?.serial),
      owing
        .filter(({ holdId }) => hasRun(context, `approvalValidity:${holdId}`, event.at))
        .flatMap(({ holdId }) => all(when(true, 'APPROVAL_EXPIRED', holdId))),
      expiredForSale(context, event),
    )
  },

  'test.failed': (context, event) => all(testerAllowed(context, event), wrongSerial(context, event.serial)),
}
