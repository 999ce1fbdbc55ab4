import { issuesOf } from '../forms/issue.ts'
import { TerminalInput } from '../terminal/terminal-input.ts'
import type { PortfolioColumn } from './columns.ts'
import { issueAt, type PortfolioIssue } from './read-row.ts'
import type { PortfolioInput } from './terminal-of.ts'

/** Where a part of the opening comes from. */
const columnOf: Readonly<Record<string, PortfolioColumn>> = {
  devices: 'serialNumber',
  deposits: 'depositAmount',
  holds: 'holdCodes',
  charges: 'arrearsAmount',
  closing: 'closureReason',
  takenOver: 'takenOverFrom',
}

/** The importer's part, which is not in the file. */
const importer = {
  lifecycleId: 'import',
  openedBy: {
    role: 'system',
    personId: 'import',
    organisationId: 'import',
    acquirerId: 'import',
    duties: [],
  },
}

/** What the opening of a terminal would refuse in it. There is one verdict; here it is asked for beforehand. */
export const openingIssues = (input: PortfolioInput): readonly PortfolioIssue[] => {
  const opening = { ...input, ...importer }
  const parsed = TerminalInput.safeParse(opening)
  if (parsed.success) return []
  return issuesOf(parsed.error.issues, opening).map(({ path, code, params }) =>
    issueAt(columnOf[path.split('/')[1] ?? ''] ?? '', code, params),
  )
}
