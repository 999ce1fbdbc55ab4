import type { GuidanceTexts } from '../../texts.ts'

export const kinds: GuidanceTexts['kinds'] = {
  danger: '注意风险',
  remedy: '解决办法',
  step: '办理步骤',
  preparation: '事先准备',
  tell: '通知谁',
  aftercare: '事后跟进',
  prevention: '防止再次发生',
}

export const times: GuidanceTexts['times'] = {
  years: ['{amount}年', '{amount}年'],
  workingDays: ['{amount}个工作日', '{amount}个工作日'],
  days: ['{amount}天', '{amount}天'],
  hours: ['{amount}小时', '{amount}小时'],
  minutes: ['{amount}分钟', '{amount}分钟'],
}
