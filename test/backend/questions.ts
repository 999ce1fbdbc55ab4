import { type Contract, contract, fillPath, type InputOf } from '../../src/contract/index.ts'

/** Every row of the portal side that reads. */
export type ReadName = {
  [K in keyof Contract]: Contract[K] extends { readonly side: 'portal'; readonly method: 'GET' } ? K : never
}[keyof Contract]

type Ids = 'lifecycleId' | 'applicationId' | 'documentId'
/** Ids that stand in the path are filled in by who asks. */
type Asked<K extends ReadName> = Omit<InputOf<Contract[K]>, Ids> &
  Partial<Pick<InputOf<Contract[K]>, Ids & keyof InputOf<Contract[K]>>>

/**
 * What each of them is asked beside whose life or application it is: `[]` for a row that is about no life in particular.
 * A row that is new has no entry, and does not compile.
 */
const questions: { readonly [K in ReadName]: readonly Asked<K>[] } = {
  getTerminal: [{}],
  findTerminals: [
    ...[{}, { terminalId: '10000001' }, { merchantId: '898440354110001' }, { state: ['suspended'] }],
    ...[{ applicationId: 'application-1' }, { documentId: 'business_licence-1' }, { orderId: 'life-1/2/1' }],
    ...[{ dueBefore: '2026-03-01T00:00:00Z' }, { dueBefore: '2026-06-01T00:00:00Z' }],
  ],
  getRequirements: [{}],
  checkClosure: [{}],
  checkReinstatement: [{}],
  checkSuspension: [{}],
  getProcedure: [{ process: 'closure' }, { process: 'suspension' }],
  getApplication: [{}],
  getOutcome: [{ idempotencyKey: 'filing-1' }],
  getJournal: [{}, { cursor: 'WzBd' }, { cursor: 'nobody-s' }],
  getDocuments: [{}, { cursor: 'WzBd' }],
  exportDossier: [{}],
  getTerminalStatus: [{}],
  getHolds: [{}],
  getDevices: [{}],
  getTransactions: [{}, { state: 'all' }],
  getSettlement: [{}],
  getCharges: [{}],
  getDeposits: [{}],
  getDeposit: [{ depositId: 'deposit-1' }, { depositId: 'never-given' }],
  getDisputes: [{}],
  getObligations: [{}],
  getNotices: [{}],
  getNotes: [{}],
  getFollowUps: [{}],
  getRequests: [{}],
  getOrders: [{}],
  getWork: [{}, { duty: 'reviewer', limit: 5 }, { terminalId: '10000001', state: ['live'] }],
  getChanges: [{}, { limit: 1 }],
  getDocument: [{}],
  getDocumentContent: [{}],
}

export const readNames = Object.keys(questions) as readonly ReadName[]

/** Paths with queries, as they are asked over HTTP. */
export const pathsOf = (name: ReadName, ids: Readonly<Record<string, string>>): readonly string[] =>
  questions[name].map((asked) => {
    const { path } = contract[name]
    const members = { ...ids, ...asked }
    // The one row that names its life in the query.
    const about = name === 'getOutcome' ? { lifecycleId: ids.lifecycleId } : {}
    const rest = Object.entries({ ...asked, ...about }).filter(([member]) => !path.includes(`{${member}}`))
    const query = new URLSearchParams(rest.map(([member, value]) => [member, String(value)]))
    return `${fillPath(path, members)}${rest.length > 0 ? `?${query}` : ''}`
  })

/** Does the row name a life or an application? The others are lists of what is the caller's own. */
export const isAboutOne = (name: ReadName): boolean => contract[name].path.includes('{')
