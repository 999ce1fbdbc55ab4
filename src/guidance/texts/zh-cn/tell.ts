import type { CodeOf } from '../../profiles.ts'

export const tell: Readonly<Record<CodeOf<'tell'>, string>> = {
  TELL_CUSTOMERS_OF_PAUSE: '在门口和网上告诉顾客暂时不能刷卡、什么原因、可以怎么付，免得到收银台才发现。',
  TELL_STAFF_OF_PAUSE: '告诉员工该怎么说、哪些操作不要试，这样大家口径一致。',
  TELL_CUSTOMERS_OF_RETURN: '快恢复时提前告诉顾客又能刷卡了，他们才会回来。',
  TELL_CUSTOMERS_OF_CLOSURE: '关闭前就告诉顾客以后怎么付款。',
  TELL_PARTNERS_OF_CLOSURE: '通知供应商和合作伙伴，免得误会，为付款扯皮。',
  TELL_FINANCE_STAFF: '告诉财务最后一天和最后一笔金额，账才能收得对。',
  TELL_BANK: '告诉银行，晚到的款项它才对得上，也知道之后不会再有。',
  TELL_SERVICE_PROVIDER: '通知装机和维护的服务商，免得再收费、再上门。',
}
