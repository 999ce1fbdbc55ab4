import { expect } from 'vitest'
import type { DocumentRef, SuspensionReason } from '../../src/domain/index.ts'
import { checkReinstatement } from '../../src/machine/index.ts'
import { m1 } from '../support/people.ts'
import { paper, reinstatementRequested, terminal } from '../support/samples.ts'
import type { Stories } from '../support/world.ts'

const record = (result: string): DocumentRef =>
  paper('repair_or_replacement_record', `record-${result}`, { result, performer: 'repairer' })
const rectified = paper('rectification_report')

const both: readonly SuspensionReason[] = ['HARDWARE_FAULT', 'REGULATORY_CHANGE']
const orders = [both, both.toReversed()]

/** Two reasons ask for the same paper, and not for the same of it. */
export const twoReasonStories: Stories = {
  'what does for one of two reasons is not enough for the other, whichever was there first [R-265 R-279]':
    async (open) => {
      for (const codes of orders) {
        const holds = codes.map((code) => ({ holdId: code, code }))
        const world = await open(terminal({ holds }))
        const asked = (...documents: readonly DocumentRef[]) =>
          reinstatementRequested(Object.fromEntries(codes.map((code) => [code, code])), {
            documents: [paper('reinstatement_request'), ...documents],
          })
        const listed = checkReinstatement(await world.record(), { at: world.at(), actor: m1 }).papers
        expect(listed.map(({ anyOf }) => anyOf)).toEqual(
          expect.arrayContaining([
            ['repair_or_replacement_record'],
            ['repair_or_replacement_record', 'rectification_report'],
          ]),
        )
        // no report mends what is broken, and no repair makes a device allowed again
        await world.refuse(m1, asked(rectified), 'DOCUMENTS_INCOMPLETE')
        await world.refuse(m1, asked(record('repaired')), 'EVIDENCE_UNSUITABLE')
        const ways = [[record('replaced')], [record('repaired'), rectified]]
        for (const documents of ways) {
          const fresh = await open(terminal({ holds }))
          await fresh.tell(m1, asked(...documents))
        }
      }
    },

  'what shows that a cause was put right suits its reason, in an application as with a remedy [R-128]':
    async (open) => {
      const world = await open(terminal({ holds: [{ holdId: 'broken', code: 'HARDWARE_FAULT' }] }))
      const asked = (evidence: readonly string[]) =>
        reinstatementRequested(
          { broken: 'HARDWARE_FAULT' },
          {
            remedies: [
              { holdId: 'broken', kind: 'repair', performedBy: 'repairer', evidence: [...evidence] },
            ],
            documents: [paper('reinstatement_request'), record('repaired'), paper('training_record')],
          },
        )
      await world.refuse(m1, asked(['training_record']), 'EVIDENCE_UNSUITABLE')
      await world.tell(m1, asked(['record-repaired', 'training_record']))
    },
}
