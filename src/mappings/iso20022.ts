import type { MappingList } from './list.ts'

/**
 * What a terminal manager has a device do. They are instructions to a device: none of them asks for anything, gives a
 * reason or moves money. DELT and UPLD name one data set, so that neither is our erasure or our back-up.
 */
export const iso20022TerminalActions = {
  source: {
    publisher: 'ISO 20022 (catm, nexo TMS)',
    title: 'TerminalManagementAction5Code',
    version: 'code set 5, read 2026-11',
    publishedAt: 'https://www.iso20022.org, messages catm.001 to catm.008; read in jPOS-EE',
  },
  codes: {
    ACTV: { words: 'Activate', order: 'enableAcceptance' },
    DCTV: { words: 'Deactivate', order: 'disableAcceptance' },
    DELT: { words: 'Delete' },
    DWNL: { words: 'Download' },
    INST: { words: 'Install' },
    RSTR: { words: 'Restart' },
    UPLD: { words: 'Upload' },
    UPDT: { words: 'Update' },
    BIND: { words: 'Bind' },
    RBND: { words: 'Rebind' },
    UBND: { words: 'Unbind', order: 'unbind' },
    // Its meaning was not in what was read.
    DEVR: { words: 'DEVR' },
  },
  says: { order: { enableAcceptance: 'ACTV', disableAcceptance: 'DCTV', unbind: 'UBND' } },
} as const satisfies MappingList
