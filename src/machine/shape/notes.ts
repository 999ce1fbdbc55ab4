import { fields, flag, text } from './kinds.ts'

export interface FollowUp {
  id: string
  text: string
  done: boolean
}

export const followUp = () => fields<FollowUp>({ id: text, text, done: flag })
