import * as z from 'zod'
import { lifeStates, procedureProcesses } from '../../domain/index.ts'
import { Instant, MerchantId, OrderId, Reference, SerialNumber, TerminalId } from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { CaseView } from '../views/case.ts'
import { CheckView } from '../views/check.ts'
import { paged, TerminalPage } from '../views/page.ts'
import { ProcedureView } from '../views/procedure.ts'
import { RequirementsView } from '../views/requirements.ts'
import { anyOf, Limit, side, terminal } from './kit.ts'

/** A terminal, what it lacks and what could be asked for. */
export const terminalOperations = {
  getTerminal: operation({
    name: 'getTerminal',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}',
    summary: 'A terminal: its state, what is missing and what may be done now.',
    params: terminal,
    reply: CaseView,
  }),
  findTerminals: operation({
    name: 'findTerminals',
    side,
    method: 'GET',
    path: '/terminals',
    summary:
      'Terminals by number, merchant, device, state, application, order or paper; numbers are used again, so there may be several lives.',
    query: z.strictObject({
      merchantId: MerchantId.optional(),
      terminalId: TerminalId.optional(),
      /** A device that is or was in this life. */
      serial: SerialNumber.optional(),
      /** Only lives that were there then. */
      at: Instant.optional(),
      state: anyOf(lifeStates).optional(),
      applicationId: Reference.optional(),
      orderId: OrderId.optional(),
      documentId: Reference.optional(),
      /** With the present instant: what is overdue. */
      dueBefore: Instant.optional(),
      ...paged.shape,
      limit: Limit.optional(),
    }),
    reply: TerminalPage,
  }),
  getRequirements: operation({
    name: 'getRequirements',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/requirements',
    summary: 'What is missing, sorted by when it is needed.',
    params: terminal,
    reply: RequirementsView,
  }),
  checkClosure: operation({
    name: 'checkClosure',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/checks/closure',
    summary: 'Everything that would stand in the way of a closure, before it is asked for.',
    params: terminal,
    reply: CheckView,
  }),
  checkReinstatement: operation({
    name: 'checkReinstatement',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/checks/reinstatement',
    summary: 'Everything that would stand in the way of selling again, before it is asked for.',
    params: terminal,
    reply: CheckView,
  }),
  checkSuspension: operation({
    name: 'checkSuspension',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/checks/suspension',
    summary: 'Everything that would stand in the way of a rest, before it is asked for.',
    params: terminal,
    reply: CheckView,
  }),
  getProcedure: operation({
    name: 'getProcedure',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/procedures/{process}',
    summary: 'How something is done at this terminal: version, channels, steps, papers, fees.',
    params: terminal.extend({ process: z.enum(procedureProcesses) }),
    query: z.strictObject({ serial: SerialNumber.optional() }),
    reply: ProcedureView,
  }),
} as const
