import type { EventOn } from '../../domain/index.ts'
import type { Reducers } from './kit.ts'
import { keepPapers } from './papers.ts'

export const accountReducers: Reducers<EventOn<'account'>> = {
  'payoutAccount.changed': (turn, { token, name }) => {
    const enteredBy = turn.by.personId
    turn.set({ payoutAccount: { token, name, enteredBy, verifiedBy: null, changedAt: turn.at } })
    turn.start('payoutAccountCooling')
  },
  'payoutAccount.verified': (turn, { evidence }) => {
    keepPapers(turn, evidence)
    const account = turn.context.payoutAccount
    if (account) turn.set({ payoutAccount: { ...account, verifiedBy: turn.by.personId } })
  },
}
