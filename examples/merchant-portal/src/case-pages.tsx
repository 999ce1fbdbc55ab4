import { lazy, Suspense } from 'react'
import type { CaseView } from 'terminal-lifecycle/contract'
import { Redirect, Route, Switch } from 'wouter'
import { isStep } from './apply/leaves.ts'
import { isProcess } from './case/acts.ts'
import { CaseFrame } from './pages/case-frame.tsx'
import { Terminal } from './pages/terminal.tsx'
import { Waiting } from './parts/freshness.tsx'
import { AllWordsProvider } from './words/all-words.tsx'

const MoneyPage = lazy(() => import('./pages/money.tsx').then(({ MoneyPage }) => ({ default: MoneyPage })))
const DevicesPage = lazy(() =>
  import('./pages/devices.tsx').then(({ DevicesPage }) => ({ default: DevicesPage })),
)
const PapersPage = lazy(() =>
  import('./pages/papers.tsx').then(({ PapersPage }) => ({ default: PapersPage })),
)
const HistoryPage = lazy(() =>
  import('./pages/history.tsx').then(({ HistoryPage }) => ({ default: HistoryPage })),
)
const ApplyPage = lazy(() =>
  import('./apply/apply-page.tsx').then(({ ApplyPage }) => ({ default: ApplyPage })),
)
const SentPage = lazy(() => import('./apply/sent-page.tsx').then(({ SentPage }) => ({ default: SentPage })))
const SupplementPage = lazy(() =>
  import('./apply/supplement-page.tsx').then(({ SupplementPage }) => ({ default: SupplementPage })),
)

/** Everything about one terminal. What is not needed to see how it stands comes later. */
export const CasePages = ({ lifecycleId }: { lifecycleId: string }) => {
  const page = (about: CaseView) => (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/t/:id/money">
          <MoneyPage about={about} />
        </Route>
        <Route path="/t/:id/devices">
          <DevicesPage about={about} />
        </Route>
        <Route path="/t/:id/papers">
          <PapersPage about={about} />
        </Route>
        <Route path="/t/:id/history">
          <HistoryPage about={about} />
        </Route>
        <Route path="/t/:id/supplement">
          <SupplementPage about={about} />
        </Route>
        <Route path="/t/:id/apply/:process/:step?">
          {({ process, step = 'before' }) =>
            isProcess(process) && isStep(step) ? (
              <ApplyPage about={about} process={process} step={step} />
            ) : (
              <Redirect to={`/t/${lifecycleId}`} />
            )
          }
        </Route>
        <Route path="/t/:id/sent/:process/:applicationId">
          {({ process, applicationId }) =>
            isProcess(process) ? (
              <SentPage about={about} process={process} applicationId={applicationId} />
            ) : (
              <Redirect to={`/t/${lifecycleId}`} />
            )
          }
        </Route>
        <Route>
          <Terminal about={about} />
        </Route>
      </Switch>
    </Suspense>
  )
  return (
    <AllWordsProvider>
      <CaseFrame lifecycleId={lifecycleId}>{page}</CaseFrame>
    </AllWordsProvider>
  )
}
