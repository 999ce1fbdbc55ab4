import { useEffect, useState } from 'react'
import type { CaseView } from 'terminal-lifecycle/contract'
import type { Locale } from 'terminal-lifecycle/domain'
import type { FieldTexts } from 'terminal-lifecycle/words'
import { type Process, processes } from '../case/acts.ts'
import { useData, usePart } from '../data/use-data.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { ApplyForm } from './apply-form.tsx'
import { isLifted } from './before.tsx'
import type { Step } from './leaves.ts'

const loadTexts = (locale: Locale): Promise<FieldTexts> =>
  locale === 'en'
    ? import('../words/fields-en.ts').then(({ fieldsEn }) => fieldsEn)
    : import('../words/fields-zh-cn.ts').then(({ fieldsZhCn }) => fieldsZhCn)

/** Labels of the fields; those of the language before stay until the other ones are there. */
const useFieldTexts = (): FieldTexts | undefined => {
  const { locale } = useAllWords()
  const [texts, setTexts] = useState<FieldTexts>()
  useEffect(() => {
    let isWanted = true
    void loadTexts(locale).then((found) => isWanted && setTexts(found))
    return () => {
      isWanted = false
    }
  }, [locale])
  return texts
}

type Procedure = Awaited<ReturnType<ReturnType<typeof useData>['client']['getProcedure']>>

/** Read once: the application names the version that its reader has seen. */
const useProcedure = (lifecycleId: string, process: Process): Procedure | undefined => {
  const { client } = useData()
  const [procedure, setProcedure] = useState<Procedure>()
  useEffect(() => {
    const ended = new AbortController()
    client
      .getProcedure({ lifecycleId, process }, { signal: ended.signal })
      .then(setProcedure, () => undefined)
    return () => ended.abort()
  }, [client, lifecycleId, process])
  return procedure
}

interface ApplyPageProps {
  readonly about: CaseView
  readonly process: Process
  readonly step: Step
}

/** What must I say and bring? Everything that the form rests on is read before it is shown, so that nothing moves below it. */
export const ApplyPage = ({ about, process, step }: ApplyPageProps) => {
  const { phrases } = useAllWords()
  const holds = usePart('holds', about)
  const devices = usePart('devices', about)
  const check = usePart(process, about)
  const texts = useFieldTexts()
  const procedure = useProcedure(about.lifecycleId, process)
  const failed = [holds, devices, check].find(({ problem }) => problem !== undefined)
  const again = () => [holds, devices, check].forEach((part) => void part.again())
  if (!holds.value || !devices.value || !check.value || !texts || !procedure)
    return (
      <Page title={phrases.apply[process]}>
        <Freshness problem={failed?.problem} again={again} />
        {failed === undefined && <Waiting />}
      </Page>
    )
  return (
    <ApplyForm
      key={process}
      {...{ about, process, step, texts, procedure, check: check.value, devices: devices.value }}
      all={holds.value}
      holds={process === processes[0] ? holds.value.filter(isLifted) : []}
      procedureVersion={procedure.version ?? 'unpublished'}
    />
  )
}
