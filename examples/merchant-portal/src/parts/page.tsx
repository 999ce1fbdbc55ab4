import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/use-words.tsx'

let isFirst = true

interface PageProps {
  /** The question that the page answers; also its title in the browser. */
  readonly title: string
  readonly hasErrors?: boolean
  /** Above the heading: what is wrong with a form. */
  readonly above?: ReactNode
  /** Another one is another page: its heading is read out. */
  readonly place?: string
  readonly children: ReactNode
}

/** One page: who arrives hears its heading first, except where the browser has just loaded it. */
export const Page = ({ title, hasErrors = false, above, place = '', children }: PageProps) => {
  const { phrases } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${hasErrors ? phrases.errorBefore : ''}${title} · ${phrases.site}`
  }, [title, hasErrors, phrases])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is why it is read out again
  useEffect(() => {
    if (!isFirst) {
      scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
    isFirst = false
  }, [place])
  return (
    <>
      {above}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  )
}
