import { m1, p1, p2, p3 } from '../support/people.ts'
import { closureRequested, digestOf, paper, serial } from '../support/samples.ts'
import { approve } from './acts.ts'
import { corrected, refused, story } from './kit.ts'

const { facts = {} } = paper('business_licence')
const checked = {
  type: 'document.checked',
  documentId: 'business_licence',
  digest: digestOf('business_licence'),
  facts,
} as const
const waived = (type: 'daily_report' | 'server_side_records_statement') =>
  ({ type: 'backup.waived', serial, statement: paper(type) }) as const

export const paperClearings = {
  DOCUMENT_UNKNOWN: story((world) =>
    refused(world, p1, checked, () =>
      world.tell(m1, { type: 'document.added', document: paper('business_licence') }),
    ),
  ),
  FACT_MISSING: story((world) => {
    const silent = paper('business_licence', 'licence-1', {})
    return refused(world, m1, closureRequested({ documents: [paper('closure_request'), silent] }), () =>
      world.tell(m1, { type: 'document.added', document: paper('business_licence', 'licence-2') }),
    )
  }),
  FACTS_UNCHECKED: story(async (world) => {
    await world.tell(m1, closureRequested())
    return refused(world, p2, approve('application-1'), () => world.tell(p3, checked))
  }),
  EVIDENCE_UNSUITABLE: story((world) =>
    corrected(world, p1, waived('daily_report'), waived('server_side_records_statement')),
  ),
}
