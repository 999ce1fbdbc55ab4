import { useEffect, useRef } from 'react'
import type { StateView } from 'terminal-lifecycle/contract'
import { type DiagramPart, type Diagrams, outlineOf, toSvg } from 'terminal-lifecycle/diagram'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { useAllWords } from '../words/all-words.tsx'

interface DiagramProps {
  readonly diagrams: Diagrams
  readonly state: StateView
}

/** Where the terminal is now, as a picture and as a list; the list is what a narrow screen and a listener get. */
export const Diagram = ({ diagrams, state }: DiagramProps) => {
  const { phrases } = useAllWords()
  const picture = useRef<HTMLElement>(null)
  const part: DiagramPart = typeof state === 'object' && 'closing' in state ? 'closing' : 'live'
  // A newer server may have states that this version does not draw; those that it knows are lit.
  const record = { value: state as LifecycleRecord['value'] }
  const svg = toSvg(diagrams, { part, record })
  useEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
    picture.current?.replaceChildren(document.adoptNode(documentElement))
  }, [svg])
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by the arrow keys */}
      <section className="scroll picture" ref={picture} tabIndex={0} aria-label={phrases.diagram} />
      <ol className="outline plain-list">
        {outlineOf(diagrams, { part, record }).map(({ path, text, here, depth }) => (
          <li key={path} data-depth={depth} data-here={here || undefined}>
            {text}
            {here && <strong>{phrases.here}</strong>}
          </li>
        ))}
      </ol>
    </>
  )
}
