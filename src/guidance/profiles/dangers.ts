import type { GuidanceProfile } from '../kinds.ts'

const always = ['beforeApplying', 'suspended', 'backInService', 'closing', 'closed'] as const

/** What costs the merchant money, data or trust. */
export const dangers = {
  NEVER_GIVE_PASSWORDS: {
    phases: always,
    suspension: 'all',
    closure: 'all',
    rows: ['R-087', 'R-307', 'C-01'],
  },
  PIN_ON_DEVICE_ONLY: { phases: ['suspended'], suspension: 'all', rows: ['R-063', 'C-02'] },
  FALSE_PROVIDERS: { phases: always, suspension: 'all', closure: 'all', rows: ['R-150'] },
  MONEY_LEFT_BEHIND: { phases: ['beforeApplying', 'closing'], closure: 'all', rows: ['R-143', 'C-09'] },
  ERASING_WITHOUT_AUTHORITY: {
    phases: ['beforeApplying', 'closing', 'closed'],
    closure: 'all',
    rows: ['R-038', 'R-039', 'C-03'],
  },
  ERASING_BEFORE_COPYING: { phases: ['closing'], closure: 'all', rows: ['R-221', 'C-04'] },
  OPEN_USB_STICK: {
    phases: ['beforeApplying', 'suspended', 'closing'],
    suspension: 'all',
    closure: 'all',
    rows: ['R-159', 'C-12'],
  },
  COPY_ELSEWHERE_IS_NOT_SECRET: {
    phases: ['beforeApplying', 'closing'],
    closure: 'all',
    rows: ['R-204', 'C-13'],
  },
  REINSTALLING_YOURSELF: {
    phases: ['suspended'],
    suspension: ['SOFTWARE_FAULT', 'SOFTWARE_UPDATE', 'MALICIOUS_ATTACK'],
    rows: ['R-267', 'C-23'],
  },
  USING_A_FOUND_DEVICE: { phases: ['suspended'], suspension: ['DEVICE_LOST'], rows: [] },
} as const satisfies Readonly<Record<string, GuidanceProfile>>
