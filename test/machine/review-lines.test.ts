import { expect, test } from 'vitest'
import { roles } from '../../src/domain/index.ts'
import { reviewLines } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import {
  closureRequested,
  reinstatementRequested,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'

const fault = {
  component: 'printer',
  symptom: 'paperJam',
  cause: 'wear',
  description: 'torn off',
} as const
const broken = [
  ['faultComponent', 'printer'],
  ['faultSymptom', 'paperJam'],
  ['faultCause', 'wear'],
  ['faultDescription', 'torn off'],
]

/** What a reviewer reads of each process, in the order in which it is read. */
const table: readonly (readonly [string, LifecycleEvent, readonly (readonly string[])[]])[] = [
  [
    'a closure',
    closureRequested({ comment: 'we move', successorTerminalId: '10000002' }),
    [
      ['signedAs', 'legalRepresentative'],
      ['comment', 'we move'],
      ['successorTerminalId', '10000002'],
      ['compared', 'notOnRecord'],
    ],
  ],
  [
    'a suspension',
    suspensionRequested({
      ...{ comment: 'holidays', dataBackup: 'notPossible', dataBackupNote: 'no printer', fault },
    }),
    [
      ['signedAs', 'legalRepresentative'],
      ['comment', 'holidays'],
      ['dataBackup', 'notPossible'],
      ['dataBackupNote', 'no printer'],
      ...broken,
      ['compared', 'notOnRecord'],
    ],
  ],
  [
    'a reinstatement',
    reinstatementRequested(
      { licence: 'LICENCE_EXPIRED' },
      { businessImpact: 'no sales', selfService: 'notTried', fault },
    ),
    [
      ['signedAs', 'legalRepresentative'],
      ['reasonDescription', 'as the notice said'],
      ['whyRestore', 'the shop has to sell'],
      ['whyLift', 'the cause is put right'],
      ['businessImpact', 'no sales'],
      ['selfService', 'notTried'],
      ['selfServiceCompared', 'notOnRecord'],
      ['remedyKind', 'renewal', 'licence'],
      ['remedyPerformedBy', 'provider', 'licence'],
      ...broken,
      ['compared', 'notOnRecord'],
    ],
  ],
]
const held = terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] })

const linesOf = async (event: LifecycleEvent) => {
  const world = openPlay(event.type === 'reinstatement.requested' ? held : terminal())
  await world.tell(m1, event)
  const record = await world.record()
  return roles.map((viewer) =>
    reviewLines(record, { viewer }).map(({ line, value, holdId }) =>
      holdId === undefined ? [line, value] : [line, value, holdId],
    ),
  )
}

test.each(table)(
  '%s is read line by line, as it was filed, by whoever may read it',
  async (_, event, lines) => {
    for (const read of await linesOf(event)) expect(read).toEqual(lines)
  },
)
