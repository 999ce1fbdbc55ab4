import type { GuidanceTexts } from '../../texts.ts'

export const kinds: GuidanceTexts['kinds'] = {
  danger: 'Dangers',
  remedy: 'What puts it right',
  step: 'What to do',
  preparation: 'What to prepare',
  tell: 'Whom to tell',
  aftercare: 'Afterwards',
  prevention: 'So that it does not happen again',
}

export const times: GuidanceTexts['times'] = {
  years: ['{amount} year', '{amount} years'],
  workingDays: ['{amount} working day', '{amount} working days'],
  days: ['{amount} day', '{amount} days'],
  hours: ['{amount} hour', '{amount} hours'],
  minutes: ['{amount} minute', '{amount} minutes'],
}
