import { orderKinds } from '../domain/index.ts'
import {
  checkNumber,
  checkOptions,
  type InputIssue,
  InvalidInputError,
  longestSpan,
  type OptionRules,
  quietly,
} from '../errors/index.ts'
import { createLifecycle } from '../machine/index.ts'
import { ownTerminals } from './access.ts'
import { readRetry } from './backoff.ts'
import { createCallService } from './call-service.ts'
import { createCarryOut } from './carry-out.ts'
import { createCarryOver } from './carry-over.ts'
import { createChanges } from './changes.ts'
import { checkedCalendar } from './checked-calendar.ts'
import { checkedClock, checkedEnvironment } from './checked-clock.ts'
import { createCommitter } from './committer.ts'
import { checkPolicy, refuseSecrets } from './door.ts'
import { createEntrance } from './entrance.ts'
import { systemEnvironment } from './environment.ts'
import { createFire } from './fire.ts'
import { createInTurn } from './in-turn.ts'
import { createInstruments, errorType } from './instruments.ts'
import { createKnowFacts } from './known-facts.ts'
import { createKnownReports } from './known-reports.ts'
import { observedCommit } from './observed.ts'
import type { Failure, RuntimeOptions } from './options.ts'
import { parkAfterOf } from './park-after.ts'
import { createRecall } from './recall.ts'
import type { Store } from './store.ts'
import { createSubmit } from './submit.ts'
import { watched } from './unreadable.ts'

/** Numbers, and the groups of them, are judged where they are read. */
const rules = {
  // A store that nobody awaited has none, too.
  store: '.commit',
  services: 'object',
  access: 'any?',
  papers: '.facts?',
  clock: '.now?',
  calendar: '.isWorkingDay?',
  policy: 'any?',
  catalogues: 'object?',
  environment: '.now?',
  worker: 'string?',
  leaseMs: 'any?',
  retry: 'any?',
  breaker: 'any?',
  concurrency: 'any?',
  parkAfter: 'any?',
  pollMs: 'any?',
  onFailure: 'function?',
  telemetry: 'object?',
} satisfies OptionRules<RuntimeOptions>

/** What would otherwise fail at the first command or order, with an error that names no option. */
const wrongIn = ({ services, access }: RuntimeOptions): readonly InputIssue[] => [
  ...orderKinds
    .filter((kind) => typeof services[kind] !== 'function')
    .map((kind) => ({ path: `/services/${kind}`, code: 'REQUIRED' })),
  ...(access === undefined || access === 'any' || typeof access === 'function'
    ? []
    : [{ path: '/access', code: 'WRONG_TYPE' }]),
]

/** All that a home needs to tell records what happens and to carry out what they order: whoever says when comes on top. */
export function partsOf(options: RuntimeOptions) {
  checkOptions(options, rules)
  const { services, papers, policy, catalogues, access = ownTerminals, leaseMs = 60_000 } = options
  // Within none of these would a call begin, or another worker take over.
  checkNumber('/leaseMs', leaseMs, { least: 1, most: longestSpan })
  const calendar = checkedCalendar(options.calendar)
  const heard = quietly(options.onFailure)
  const environment = checkedEnvironment(options.environment ?? systemEnvironment)
  const clock = checkedClock(options.clock, environment)
  const instruments = options.telemetry && createInstruments(options.telemetry, environment, heard)
  const onFailure = (failure: Failure): void => {
    instruments?.add('terminal_lifecycle.failures', 1, { 'error.type': errorType(failure.error) })
    heard(failure)
  }
  const issues = wrongIn(options)
  if (issues.length > 0) throw new InvalidInputError({ issues })
  const { id, version } = calendar ?? {}
  refuseSecrets({ policy, catalogues, calendar: { id, version }, worker: options.worker })
  checkPolicy(policy)
  // Both are read once, so that a bad clock is refused here and not by the first command.
  environment.now()
  clock.now()

  const lifecycle = createLifecycle({
    ...(calendar && { calendar }),
    ...(policy && { policy }),
    ...(catalogues && { catalogues }),
  })
  const watch = watched(options.store)
  const { store } = watch
  const changes = createChanges()
  const now = () => clock.now()
  const recall = createRecall(store, calendar)
  const commitAll: Store['commit'] = instruments
    ? observedCommit(store, instruments)
    : (changes) => store.commit(changes)
  const commit = createCommitter({ commit: commitAll }, changes.changed)
  const inTurn = createInTurn()
  const carryOver = createCarryOver({ commit, environment, now })
  const known = createKnowFacts(papers, onFailure)
  const submit = createSubmit({
    ...{ store, commit, inTurn, environment, carryOver, recall },
    step: createKnownReports({ store, step: lifecycle.step }),
  })
  const call = createCallService({ services, environment, leaseMs })
  return {
    ...{ store, watch, lifecycle, calendar, environment, clock, now, onFailure, leaseMs, changes },
    ...{ recall, inTurn, carryOver, commit, commitAll, known, submit, call, instruments },
    entrance: createEntrance(store, access),
    carryOut: createCarryOut({ store, call, submit, known, now }),
    fire: createFire({ store, submit, now }),
    parkAfter: parkAfterOf(options.parkAfter),
    retry: readRetry(options.retry),
  }
}

export type Parts = ReturnType<typeof partsOf>
