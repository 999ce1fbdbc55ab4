import { useEffect, useState } from 'react'
import type { StateView } from 'terminal-lifecycle/contract'
import type { Diagrams } from 'terminal-lifecycle/diagram'
import type { Locale } from 'terminal-lifecycle/domain'
import { useAllWords } from '../words/all-words.tsx'
import type { Diagram } from './diagram.tsx'
import { Waiting } from './freshness.tsx'

interface Loaded {
  readonly Picture: typeof Diagram
  readonly diagrams: Diagrams
}

const load = async (locale: Locale): Promise<Loaded> => {
  const [{ Diagram: Picture }, diagrams] = await Promise.all([
    import('./diagram.tsx'),
    locale === 'en'
      ? import('../words/diagrams-en.ts').then(({ diagramsEn }) => diagramsEn)
      : import('../words/diagrams-zh-cn.ts').then(({ diagramsZhCn }) => diagramsZhCn),
  ])
  return { Picture, diagrams }
}

/** Loaded when somebody looks: on a phone it is folded until then. */
export const LitDiagram = ({ state }: { state: StateView }) => {
  const { locale, phrases } = useAllWords()
  const [isOpen, setOpen] = useState(() => matchMedia('(min-width: 48rem)').matches)
  const [loaded, setLoaded] = useState<Loaded>()
  useEffect(() => {
    let isWanted = isOpen
    if (isOpen) void load(locale).then((found) => isWanted && setLoaded(found))
    return () => {
      isWanted = false
    }
  }, [isOpen, locale])
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{phrases.diagram}</summary>
      {loaded ? <loaded.Picture diagrams={loaded.diagrams} state={state} /> : isOpen && <Waiting />}
    </details>
  )
}
