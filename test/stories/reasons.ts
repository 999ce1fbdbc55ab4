import { expect } from 'vitest'
import {
  type ClosureReason,
  closureReasonProfiles,
  type DocumentType,
  reasonProfiles,
  type SuspensionReason,
} from '../../src/domain/index.ts'
import { capabilities, checkReinstatement, explain } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { byTwo } from '../support/closure.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import {
  closureRequested,
  paper,
  paperFor,
  reinstatementRequested,
  reviewApproved,
  seen,
  serial,
  statusRead,
} from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const holdId = 'hold-1'
const service = async (world: World) => ((await world.value()) as { live: { service: unknown } }).live.service

/** Says in whose name the reason is brought up: an authority's through the provider. */
const placerOf = (code: SuspensionReason) => {
  const { initiators } = reasonProfiles[code]
  if (initiators.includes('provider')) return p1
  return initiators.includes('authority')
    ? ({ ...p1, onBehalfOf: 'authority' } as const)
    : { ...p1, onBehalfOf: 'merchant' as const }
}

const placed = (code: SuspensionReason): LifecycleEvent => ({
  type: 'hold.placed',
  holdId,
  code,
  words: 'as the case file says',
  ...(code === 'AUTHORITY_ORDER' && { caps: ['sale'], orderRef: 'court-1' }),
})

/** The papers that the answer asks for, and no others. */
const wanted = async (world: World): Promise<readonly DocumentType[]> => {
  const { papers } = checkReinstatement(await world.record(), { at: world.at(), actor: m1 })
  return papers.flatMap(({ anyOf }) => anyOf[0] ?? [])
}

/** No repair makes a device newer, or allowed again. */
const isRenewed = (code: SuspensionReason) => code === 'DEVICE_OBSOLETE' || code === 'REGULATORY_CHANGE'

const byApplication = async (world: World, code: SuspensionReason) => {
  const types = await wanted(world)
  const documents = types.map((type) => paperFor([code], type))
  if (isRenewed(code)) {
    const repaired = { documents: types.map((type) => paper(type)), applicationId: 'application-3' }
    const application = reinstatementRequested({ [holdId]: code }, repaired)
    const why = explain(await world.record(), application, { at: world.at(), actor: m1 })
    expect(why.map((blocker) => blocker.code)).toContain('EVIDENCE_UNSUITABLE')
  }
  await world.tell(m1, reinstatementRequested({ [holdId]: code }, { documents }))
  await world.tell(p2, reviewApproved('application-2', types))
}

const byEvidence = async (world: World, code: SuspensionReason) => {
  const types: readonly DocumentType[] =
    code === 'DATA_MIGRATION' ? ['data_migration_plan', 'backup_record'] : ['device_test_record']
  await world.tell(m1, { type: 'hold.remedyClaimed', holdId, evidence: types.map((type) => paper(type)) })
  await world.tell(p2, { type: 'hold.remedyVerified', holdId, checked: seen(...types) })
}

const released = async (world: World, code: SuspensionReason) => {
  const { release } = reasonProfiles[code]
  if (release === 'application') return byApplication(world, code)
  if (release === 'evidence') return byEvidence(world, code)
  if (release === 'provider') return void (await world.tell(p2, { type: 'hold.lifted', holdId }))
  const forAuthority = { ...p2, onBehalfOf: 'authority' } as const
  await world.tell(forAuthority, { type: 'hold.lifted', holdId, orderRef: 'court-2' })
}

const tested = (kind: 'smoke' | 'full'): LifecycleEvent => ({
  type: 'test.passed',
  serial,
  kind,
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
})

/** Limited as its reason has it, released on its own path with the papers that were asked for, tested, and back in service. */
const thereAndBack = (code: SuspensionReason) => async (open: OpenWorld) => {
  const world = await open()
  const { caps, umbrella, test } = reasonProfiles[code]
  await world.tell(placerOf(code), placed(code))
  expect(capabilities(await world.record()).desired).toMatchObject(
    Object.fromEntries(caps.filter((cap) => cap !== 'erasure').map((cap) => [cap, false])),
  )
  const stops = caps.includes('sale') || code === 'AUTHORITY_ORDER'
  expect(await service(world)).toEqual(stops ? { suspended: 'held' } : 'inService')
  await world.tell(sys, statusRead(stops ? 'off' : 'on', world.at()))
  const now = umbrella ? 'ACCOUNT_ABNORMAL' : code
  if (umbrella) {
    await world.refuse(m1, reinstatementRequested({ [holdId]: code }), 'REASON_TOO_VAGUE', 'REASON_UNKNOWN')
    await byTwo(world, { type: 'hold.reclassified', holdId, code: now })
  }
  await released(world, now)
  if (stops && test !== 'none') {
    expect(await service(world)).toEqual({ suspended: 'testing' })
    await world.tell(agent, tested('full'))
  }
  await world.tell(sys, statusRead('on', world.at()))
  expect(await service(world)).toBe('inService')
  expect((await world.context()).holds[holdId]?.status).toBe('lifted')
}

/** Asked for, or proposed and imposed, by a side that may; then the terminal closes, and the reason is on record. */
const givenUp = (reason: ClosureReason) => async (open: OpenWorld) => {
  const world = await open()
  const documents = [paper('closure_request'), paper('business_licence'), paper('damage_report')]
  expect(closureReasonProfiles[reason].initiators).toContain('merchant')
  await world.tell(m1, closureRequested({ reason, documents, comment: 'as we agreed' }))
  await world.tell(
    p2,
    reviewApproved(
      'application-1',
      documents.map(({ type }) => type),
    ),
  )
  expect(await world.value()).toHaveProperty('closing')
  expect((await world.context()).closing).toMatchObject({ reason })
}

export const reasonStories: Stories = {
  'maintenance or an upgrade by the provider stops a terminal, and brings it back [R-251 R-270 R-273]':
    thereAndBack('SYSTEM_MAINTENANCE'),
  'an update of its software stops a terminal, and brings it back [R-046 R-105]':
    thereAndBack('SOFTWARE_UPDATE'),
  'data that are being moved stop a terminal until plan and result are seen [R-047]':
    thereAndBack('DATA_MIGRATION'),
  'a fault of the hardware stops a terminal until it is repaired [R-045 R-245 R-276]':
    thereAndBack('HARDWARE_FAULT'),
  'a damaged device stops a terminal until it is repaired [R-007]': thereAndBack('DEVICE_DAMAGED'),
  'a fault of the software stops a terminal until it is repaired [R-008]': thereAndBack('SOFTWARE_FAULT'),
  'a dispute about the account stops a terminal until it is shown to be settled':
    thereAndBack('ACCOUNT_DISPUTE'),
  'too little money in the account stops a terminal until it is topped up [R-249 R-269]': thereAndBack(
    'ACCOUNT_INSUFFICIENT_BALANCE',
  ),
  'something abnormal in the account stops a terminal until it is verified [R-250]':
    thereAndBack('ACCOUNT_ABNORMAL'),
  'trouble with funds is too vague: it is given its name before anybody applies [R-074 R-076]':
    thereAndBack('FUNDS_ISSUE'),
  'compliance alone is too vague: it is given its name before anybody applies [R-077]':
    thereAndBack('COMPLIANCE_ISSUE'),
  'a broken rule stops a terminal and its payouts until it is put right [R-109 R-248]':
    thereAndBack('RULE_VIOLATION'),
  'an attack stops a terminal and its payouts until it is put right [R-247]':
    thereAndBack('MALICIOUS_ATTACK'),
  'new rules of an authority stop a terminal until it follows them [R-279]':
    thereAndBack('REGULATORY_CHANGE'),
  'a device that is out of date is stopped until it is renewed [R-190]': thereAndBack('DEVICE_OBSOLETE'),
  'another person at the counter stops a terminal until we know who [R-048]': thereAndBack('USER_CHANGE'),
  'a licence that has run out stops a terminal until it is renewed': thereAndBack('LICENCE_EXPIRED'),
  'an authority stops a terminal, and lifts it': thereAndBack('AUTHORITY_ORDER'),
  'a reason of another kind is said in words': thereAndBack('OTHER'),

  'a merchant gives its terminal up because it wants to [R-004]': givenUp('MERCHANT_REQUEST'),
  'a merchant gives its terminal up because the business has changed [R-182]': givenUp('BUSINESS_ADJUSTMENT'),
  'a merchant gives up a terminal that it no longer needs, or that does not do what it needs [R-181 R-214]':
    givenUp('NO_LONGER_NEEDED'),
  'a merchant gives up a terminal that is broken': givenUp('HARDWARE_FAULT'),
  'a merchant gives up a terminal that is damaged': givenUp('DEVICE_DAMAGED'),
}
