import { cybersourceStatusChangeReasons } from './cybersource.ts'
import { iso20022TerminalActions } from './iso20022.ts'
import type { MappingList } from './list.ts'
import { pcacHandling, pcacMerchantStatus } from './pcac.ts'
import { pcacRiskTypes } from './pcac-risk-types.ts'
import { stripeAccountReasons, stripeCapabilityReasons } from './stripe.ts'
import { wechatLimitationReasons, wechatLimitedFunctions } from './wechat.ts'

/**
 * Every list there is, by publisher and field, with its source and all its codes.
 *
 * @example mappingLists['pcac.merchantStatus'].codes['02'].words // '关闭(暂停)'
 */
export const mappingLists = {
  'pcac.riskType': pcacRiskTypes,
  'pcac.handling': pcacHandling,
  'pcac.merchantStatus': pcacMerchantStatus,
  'wechat.limitationReason': wechatLimitationReasons,
  'wechat.limitedFunction': wechatLimitedFunctions,
  'iso20022.terminalAction': iso20022TerminalActions,
  'cybersource.statusChangeReason': cybersourceStatusChangeReasons,
  'stripe.accountDisabledReason': stripeAccountReasons,
  'stripe.capabilityDisabledReason': stripeCapabilityReasons,
} as const satisfies Readonly<Record<string, MappingList>>

export type MappingListName = keyof typeof mappingLists
