import { textsZhCn } from '../domain/index.ts'
import type { DiagramWords } from './words.ts'

export const wordsZhCn: DiagramWords = {
  lang: 'zh-CN',
  texts: textsZhCn,
  conditions: {
    saleLimited: '停用措施停止收款',
    saleHeld: '再次停止收款',
    testOwed: '措施已解除，待测试',
    nothingOwed: '无待办事项',
    acceptanceReadOn: '主机回读：可收款',
    applicationEnded: '已决定',
    closureDecided: '已决定关闭',
    closureDropped: '关闭已取消',
    obligationsMet: '七项均已完成',
    obligationsOpen: '又有未完成事项',
    closureConfirmed: '支付机构已确认',
    closureNotEffective: '登记回读：未关闭',
    closureVerified: '登记回读：已关闭',
    nothingMissing: '无缺项',
    somethingMissing: '有缺项',
  },
  any: '任一',
  here: '当前',
  done: '✓ 完成',
  and: '、',
}
