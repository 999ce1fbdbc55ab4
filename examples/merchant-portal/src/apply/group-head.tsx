import { describeField, type FieldTexts } from 'terminal-lifecycle/words'
import type { Process } from '../case/acts.ts'
import type { Leaf } from './leaves.ts'

interface GroupHeadProps {
  readonly process: Process
  readonly texts: FieldTexts
  readonly leaf: Leaf
  /** The field above it. */
  readonly before: Leaf | undefined
}

const groupOf = (leaf: Leaf | undefined): string | undefined =>
  leaf?.name.includes('.') ? leaf.name.split('.')[0] : undefined

/** Above the first member of a field that has several: what they are about together. */
export const GroupHead = ({ process, texts, leaf, before }: GroupHeadProps) => {
  const group = groupOf(leaf)
  if (group === undefined || group === groupOf(before)) return null
  const { label, help } = describeField(process, group, texts)
  return (
    <>
      <h2>{label}</h2>
      {help && <p className="hint">{help}</p>}
    </>
  )
}
