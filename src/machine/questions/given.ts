import { checkOptions } from '../../errors/index.ts'
import type { Asking, Command, LifecycleInput } from '../shape/answers.ts'
import type { LifecycleRecord } from '../shape/record.ts'

/** Of a record only that it is one: whoever reads it from somewhere judges it there, and questions are asked of it by the thousand. */
export const checkRecord = (record: LifecycleRecord): void => {
  if (!record?.context)
    checkOptions({ record, context: record?.context }, { record: 'object', context: 'object' })
}

/** When it is asked, and who asks where that matters. */
export const checkAsked = (
  record: LifecycleRecord,
  asking: Partial<Asking>,
  actor: 'object' | 'object?',
): void => {
  checkRecord(record)
  if (asking?.at && asking.actor) return
  checkOptions({ asking }, { asking: 'object' })
  checkOptions({ at: asking.at, actor: asking.actor }, { at: 'string', actor }, '/asking')
}

/** What every life is opened with, and when; what else comes along is judged with the record that it makes. */
export const checkOpening = (input: LifecycleInput, options: { at: string; commandId: string }): void => {
  checkOptions({ input, options }, { input: 'object', options: 'object' })
  const { lifecycleId, acquirerId, merchantId, terminalId, merchantName, merchantType } = input
  const { devices, openedBy } = input
  checkOptions(
    {
      ...{ at: options.at, commandId: options.commandId, devices, openedBy },
      ...{ lifecycleId, acquirerId, merchantId, terminalId, merchantName, merchantType },
    },
    {
      ...{ at: 'string', commandId: 'string', lifecycleId: 'string', acquirerId: 'string' },
      ...{ merchantId: 'string', terminalId: 'string', merchantName: 'string', merchantType: 'string' },
      ...{ devices: 'list', openedBy: 'object' },
    },
  )
}

/** What is told, by whom or by which clock. */
export const checkTold = (record: LifecycleRecord, command: Command): void => {
  checkRecord(record)
  if (command?.at && ('timer' in command || (command.event && command.actor))) return
  checkOptions({ command }, { command: 'object' })
  const { at, commandId, event, actor } = command as Partial<Extract<Command, { event: object }>>
  checkOptions(
    { at, commandId, event, actor },
    { at: 'string', commandId: 'string', event: 'object', actor: 'object' },
    '/command',
  )
}
