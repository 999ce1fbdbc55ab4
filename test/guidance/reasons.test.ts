import { describe, expect, test } from 'vitest'
import {
  closureReasons,
  reasonProfiles,
  remediesFor,
  type SuspensionReason,
  suspensionReasons,
} from '../../src/domain/index.ts'
import {
  type GuidanceItem,
  type GuidanceProfile,
  guidanceFor,
  guidancePhases,
  guidanceProfiles,
} from '../../src/guidance/index.ts'

const profileOf = ({ kind, code }: GuidanceItem): GuidanceProfile =>
  (guidanceProfiles[kind] as Readonly<Record<string, GuidanceProfile>>)[code] as GuidanceProfile
/** Not said to everybody. */
const special = (items: readonly GuidanceItem[], process: 'suspension' | 'closure', ...kinds: string[]) =>
  items.filter((item) => kinds.includes(item.kind) && profileOf(item)[process] !== 'all')
const codes = (items: readonly GuidanceItem[]) => items.map(({ code }) => code)

describe('guidance for a suspension', () => {
  test.each(suspensionReasons)('%s has its own remedy and prevention, and after-care', (suspension) => {
    const now = guidanceFor({ suspension }, 'suspended')
    const later = guidanceFor({ suspension }, 'backInService')
    expect(special(now, 'suspension', 'remedy', 'step')).not.toEqual([])
    expect(now.filter(({ kind }) => kind === 'remedy')).not.toEqual([])
    expect(special(later, 'suspension', 'prevention')).not.toEqual([])
    expect(later.filter(({ kind }) => kind === 'aftercare')).not.toEqual([])
  })

  test('nobody is sent to apply where no application is needed', () => {
    for (const suspension of suspensionReasons) {
      const sent = codes(guidanceFor({ suspension }, 'suspended')).includes('APPLY_WHEN_MENDED')
      expect(sent, suspension).toBe(reasonProfiles[suspension].release === 'application')
    }
  })

  test('says that nothing has to be mended only where that is a remedy', () => {
    const told = suspensionReasons.filter((suspension: SuspensionReason) =>
      codes(guidanceFor({ suspension }, 'suspended')).includes('NOTHING_TO_MEND'),
    )
    expect(told).toEqual(['BUSINESS_ADJUSTMENT', 'MERCHANT_REQUEST'])
    for (const reason of told) expect(remediesFor[reason]).toEqual(['noneRequired'])
  })

  test('leaves reinstalling to the provider, and the blame for damage to whoever assesses it', () => {
    expect(codes(guidanceFor({ suspension: 'SOFTWARE_FAULT' }, 'suspended'))).toContain(
      'REINSTALLING_YOURSELF',
    )
    expect(codes(guidanceFor({ suspension: 'DEVICE_DAMAGED' }, 'suspended'))).toContain(
      'HAVE_DAMAGE_ASSESSED',
    )
  })
})

describe('guidance for a closure', () => {
  test.each(closureReasons)('%s has its own step and prevention, and after-care', (closure) => {
    const early = guidanceFor({ closure }, 'beforeApplying')
    const now = guidanceFor({ closure }, 'closing')
    const later = guidanceFor({ closure }, 'closed')
    expect(special([...early, ...now], 'closure', 'step')).not.toEqual([])
    expect(special(later, 'closure', 'prevention')).not.toEqual([])
    expect(later.filter(({ kind }) => kind === 'aftercare')).not.toEqual([])
  })
})

describe('guidance for a reason', () => {
  test('of all phases is what each phase has', () => {
    for (const subject of [{ suspension: 'LICENCE_EXPIRED' }, { closure: 'HARDWARE_FAULT' }] as const) {
      const each = guidancePhases.flatMap((phase) => codes(guidanceFor(subject, phase)))
      expect(new Set(codes(guidanceFor(subject)))).toEqual(new Set(each))
    }
  })

  test('of one process says nothing of the other', () => {
    expect(guidanceFor({ suspension: 'HARDWARE_FAULT' }, 'closing')).toEqual([])
    expect(guidanceFor({ closure: 'HARDWARE_FAULT' }, 'suspended')).toEqual([])
  })

  test('that a newer server may send is what everybody is told', () => {
    const strange = { suspension: 'NEW_REASON' as 'OTHER' }
    expect(special(guidanceFor(strange), 'suspension', 'remedy', 'prevention')).toEqual([])
    expect(codes(guidanceFor(strange, 'suspended'))).toContain('NEVER_GIVE_PASSWORDS')
  })
})
