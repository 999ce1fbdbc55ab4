import type { ListSource } from './list.ts'

/** The association hands its interface documents to members only; the lists were read where a member's program has them. */
export const pcac = (title: string): ListSource => ({
  publisher: '中国支付清算协会 (PCAC)',
  title,
  version: '2020-09',
  publishedAt:
    'open-source program com.cmcc.paymentclean: RiskTypeEnum, HandleResultEnum, interface document',
})
