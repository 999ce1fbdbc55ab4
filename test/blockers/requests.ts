import { m1 } from '../support/people.ts'
import { closureRequested, paper, suspensionRequested, terminal, terminalId } from '../support/samples.ts'
import { corrected, story } from './kit.ts'

const { acknowledgement } = closureRequested().request
const contract = (expiresOn: string) => ({
  contract: { expiresOn, renewed: false },
  documents: [paper('closure_request'), paper('business_licence'), paper('service_contract')],
})
const from = '2026-03-10T00:00:00+08:00'
const posted = (postedOn: string) => closureRequested({ channel: 'post', post: { postedOn } })

/** What a closure or a suspension says of itself, said rightly the second time. */
export const requestClearings = {
  DUPLICATE_ITEM: story((world) =>
    corrected(
      world,
      m1,
      closureRequested({ successorTerminalId: terminalId }),
      closureRequested({ successorTerminalId: '10000002' }),
    ),
  ),
  MUST_BE_CONFIRMED: story((world) =>
    corrected(world, m1, closureRequested({ attested: false }), closureRequested()),
  ),
  TERMINAL_OR_SERIAL_REQUIRED: story((world) =>
    corrected(
      world,
      m1,
      closureRequested({ terminalId: undefined, serialNumber: undefined }),
      closureRequested({ terminalId: undefined }),
    ),
  ),
  TEMPORARY_IS_SUSPENSION: story((world) =>
    corrected(world, m1, closureRequested({ duration: 'temporary' }), suspensionRequested()),
  ),
  PERMANENT_IS_CLOSURE: story((world) =>
    corrected(world, m1, suspensionRequested({ duration: 'permanent' }), closureRequested()),
  ),
  REASON_NOT_FOR_INITIATOR: story((world) =>
    corrected(world, m1, closureRequested({ reason: 'RULE_VIOLATION' }), closureRequested()),
  ),
  REASON_TOO_VAGUE: story((world) =>
    corrected(world, m1, suspensionRequested({ reason: 'UNKNOWN' }), suspensionRequested()),
  ),
  CONTRACT_STILL_RUNNING: story((world) =>
    corrected(
      world,
      m1,
      closureRequested({ reason: 'CONTRACT_EXPIRED', ...contract('2027-01-31') }),
      closureRequested({ reason: 'CONTRACT_TERMINATED_EARLY', ...contract('2027-01-31') }),
    ),
  ),
  PERIOD_REVERSED: story((world) =>
    corrected(
      world,
      m1,
      suspensionRequested({ plannedPeriod: { from, until: '2026-03-01T00:00:00+08:00' } }),
      suspensionRequested({ plannedPeriod: { from, until: '2026-04-01T00:00:00+08:00' } }),
    ),
  ),
  IN_THE_FUTURE: story((world) => corrected(world, m1, posted('2026-04-01'), posted('2026-02-27'))),
  DISPOSITION_UNSUITABLE: story((world) =>
    corrected(world, m1, closureRequested({ disposition: 'merchantOwned' }), closureRequested()),
  ),
  PROCEDURE_NOT_IN_FORCE: story(
    (world) =>
      corrected(
        world,
        m1,
        closureRequested(),
        closureRequested({ acknowledgement: { ...acknowledgement, procedureVersion: 'standard-2' } }),
      ),
    terminal(),
    { catalogues: { procedures: [{ version: 'standard-2', from: '2026-01-01' }] } },
  ),
  CHANNEL_NOT_OFFERED: story(
    (world) =>
      corrected(world, m1, closureRequested({ channel: 'hotline' }), closureRequested({ channel: 'app' })),
    terminal(),
    { catalogues: { procedures: [{ version: 'standard-1', from: '2026-01-01', channels: ['app'] }] } },
  ),
}
