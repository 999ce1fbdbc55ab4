import type { SwitchingClause } from '../en/switching.ts'

export const switching: Readonly<Record<SwitchingClause, string>> = {
  stopOrdered: '{when}已下令停止收款',
  startOrdered: '{when}已下令恢复收款',
  notReadBack: '尚未回读',
  readAsStopped: '{when}回读为已停止收款',
  readAsSelling: '{when}回读为仍可收款',
  neverRead: '未知，从未回读',
}
