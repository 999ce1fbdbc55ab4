import { Fragment, useEffect, useState } from 'react'
import type { CheckView, HoldView, ProcedureView } from 'terminal-lifecycle/contract'
import { useLocation } from 'wouter'
import { useData } from '../data/use-data.tsx'
import { lostWrite, useSending } from '../data/use-sending.ts'
import { forgetTyped } from '../data/use-typed.ts'
import { ErrorSummary, type FieldError } from '../parts/error-summary.tsx'
import { Page } from '../parts/page.tsx'
import { SendingNote } from '../parts/sending-note.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { Before } from './before.tsx'
import { CheckAnswers } from './check-answers.tsx'
import { dropDraft } from './drafts.ts'
import { errorsOf, faultsIn } from './errors-of.ts'
import { Field, idOf } from './field.tsx'
import { GroupHead } from './group-head.tsx'
import { type Step, steps } from './leaves.ts'
import { missingPapers, Papers, paperId, typedName } from './papers.tsx'
import { type ApplicationParts, useApplication } from './use-application.ts'

interface ApplyFormProps extends ApplicationParts {
  readonly step: Step
  readonly check: CheckView
  readonly procedure: ProcedureView
  /** Every hold, also those that no application ends. */
  readonly all: readonly HoldView[]
}

/** One application, step by step. All that is wrong with a step is said when somebody goes on, and all of it at once. */
export const ApplyForm = (props: ApplyFormProps) => {
  const { about, process, step, check, procedure, texts } = props
  const { phrases, say } = useAllWords()
  const { client, caseOf } = useData()
  const [, go] = useLocation()
  const application = useApplication(props)
  const { own, byStep, wanted, papers, labelOf, applicationId } = application
  const [tried, setTried] = useState<Readonly<Partial<Record<Step, number>>>>({})
  const { lifecycleId, terminalId, version } = about
  const name = `${process}:${lifecycleId}`
  const [sending, sender] = useSending(name)
  const place = (to: Step) => `/t/${lifecycleId}/apply/${process}/${to}`

  const sent = () => {
    dropDraft(lifecycleId, process)
    forgetTyped(typedName(applicationId))
    caseOf(lifecycleId).refresh()
    go(`/t/${lifecycleId}/sent/${process}/${applicationId}`, { replace: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes back
  useEffect(() => {
    const lost = lostWrite(name)
    if (lost) void sender.resume(lost).then((done) => done && sent())
  }, [])

  const faults = faultsIn(own.formState.errors)
  const own_errors = errorsOf(faults, step === 'check' ? application.leaves : byStep[step], step === 'check')
  const missing = missingPapers(wanted, papers, check).map(
    (type): FieldError => ({
      id: paperId(type),
      label: say('document', type),
      message: phrases.paperMissing,
    }),
  )
  const stepOf = (field: string): Step =>
    steps.find((one) => byStep[one].some((leaf) => leaf.name === field)) ?? 'check'
  const listed: readonly FieldError[] = [
    ...own_errors.map(({ name: field, message }) => ({
      id: idOf(field),
      label: labelOf(field === 'contractReviewed' ? 'acknowledgement.contractReviewed' : field),
      message,
      ...(stepOf(field) !== step && { go: () => go(place(stepOf(field))) }),
    })),
    ...(step === 'papers' ? missing : []),
    ...(step === 'check' ? missing.map((one) => ({ ...one, go: () => go(place('papers')) })) : []),
  ]
  const count = tried[step]
  const shown = count === undefined ? [] : listed
  const errorAt = (field: string) =>
    count === undefined ? undefined : own_errors.find((error) => error.name === field)?.message

  const send = async () => {
    const request = application.request(own.getValues()) as never as Record<string, unknown>
    const write = {
      closure: client.submitClosure,
      suspension: client.submitSuspension,
      reinstatement: client.submitReinstatement,
    }
    const done = await sender.send((options) =>
      write[process]({ lifecycleId, ...request } as never, { ...options, expectedVersion: version }),
    )
    caseOf(lifecycleId).refresh()
    if (done) sent()
  }
  const goOn = async () => {
    await own.trigger()
    await own.handleSubmit(
      () => undefined,
      () => undefined,
    )()
    const wrong = errorsOf(
      faultsIn(own.formState.errors),
      step === 'check' ? application.leaves : byStep[step],
      step === 'check',
    )
    const isWrong = wrong.length > 0 || (['papers', 'check'].includes(step) && missing.length > 0)
    if (isWrong) return setTried((before) => ({ ...before, [step]: (before[step] ?? 0) + 1 }))
    setTried({})
    if (step === 'check') return send()
    go(place(steps[steps.indexOf(step) + 1] ?? 'check'))
  }
  const isWaiting = sending.is === 'sending' || sending.is === 'unknown'
  const at = steps.indexOf(step)

  return (
    <Page
      title={`${phrases.apply[process]}${phrases.colon}${phrases.step[step]}`}
      place={step}
      hasErrors={shown.length > 0}
      above={shown.length > 0 && <ErrorSummary errors={shown} count={count ?? 0} />}
    >
      <p className="muted">{phrases.stepOf(at + 1, steps.length)}</p>
      <SendingNote state={sending} terminalId={terminalId} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWaiting) void goOn()
        }}
      >
        {step === 'before' && <Before {...{ about, process, check, procedure, wanted }} holds={props.all} />}
        {byStep[step].map((leaf, index, all) => (
          <Fragment key={leaf.name}>
            <GroupHead {...{ process, texts, leaf }} before={all[index - 1]} />
            <Field error={errorAt(leaf.name)} {...{ application, process, texts, leaf }} />
          </Fragment>
        ))}
        {step === 'papers' && (
          <Papers
            application={application}
            check={check}
            currency={about.currency}
            isTried={count !== undefined}
          />
        )}
        {step === 'check' && (
          <CheckAnswers
            {...{ application, process, texts, about }}
            errorAt={errorAt}
            go={(to) => go(place(to))}
          />
        )}
        <p className="row">
          <button type="submit" className="first" aria-disabled={isWaiting || undefined}>
            {isWaiting
              ? phrases.sending[sending.is === 'unknown' ? 'checkingShort' : 'now']
              : step === 'check'
                ? phrases.acceptAndSend
                : phrases.goOn}
          </button>
          {at > 0 && (
            <button type="button" onClick={() => go(place(steps[at - 1] ?? 'before'))}>
              {phrases.back}
            </button>
          )}
        </p>
        <p className="muted">{phrases.keptHere}</p>
      </form>
    </Page>
  )
}
