import { isLater } from '../facts/time.ts'
import { all, type Missing, when } from './kit.ts'

export const acceptance: Missing = ({ status, disabledAt }) =>
  all(
    when(
      status.acceptance !== 'off' ||
        status.readAt === null ||
        (disabledAt !== null && !isLater(status.readAt, disabledAt)),
      'ACCEPTANCE_NOT_DISABLED',
    ),
  )
