// node scripts/states.ts: writes docs/guides/states.md and its Chinese sister: each state with who is waited for, what is heard, clocks and
// ways out, read off the machine. test/docs holds them to what it would write today.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagramsEn, diagramsZhCn, outlineOf, toMermaid } from '../src/diagram/index.ts'
import { type ClockName, type Locale, locales, textOf } from '../src/domain/index.ts'
import { terminalLifecycleMachine } from '../src/machine/index.ts'
import { code } from './reference-kit.ts'
import { guidesFolder } from './run-guides.ts'
import { type ChartState, type StatesWords, statesWords } from './states-words.ts'

export const statesFile = (locale: Locale): string =>
  join(guidesFolder, `states${locale === 'en' ? '' : `.${locale}`}.md`)

const parts = {
  live: ['inService', 'held', 'testing', 'enabling'],
  application: ['none', 'underReview', 'needsInformation', 'rejected'],
  clearing: ['acceptance', 'transactions', 'settlement', 'charges', 'deposits', 'devices', 'binding'],
  end: ['confirming', 'verifying', 'closed'],
} as const satisfies Readonly<Record<string, readonly ChartState[]>>

/** What runs while it is there; a test holds that no clock is left out. */
export const clocksOf: Readonly<Record<ChartState | keyof StatesWords['phases'], readonly ClockName[]>> = {
  inService: ['preAuthMax'],
  held: [
    ...(['noticeDue', 'holdEnd', 'holdReview', 'fundsHoldReview'] as const),
    ...(['disableConfirmDue', 'disableConfirmDue.urgent'] as const),
  ],
  testing: ['approvalValidity'],
  enabling: ['resultDue.enableAcceptance', 'resumeNoticeDue'],
  none: [],
  underReview: ['reviewDue.reinstatement', 'reviewDue.suspension', 'reviewDue.closure', 'closureStart'],
  needsInformation: ['informationDue'],
  rejected: ['resubmitUntil'],
  acceptance: ['disableConfirmDue', 'disableConfirmDue.urgent'],
  transactions: ['drainDue', 'preAuthMax', 'resultDue.uploadBatch'],
  settlement: [
    ...(['statementDue', 'settlementObjection', 'payoutAccountCooling', 'payoutDue'] as const),
    ...(['resultDue.requestStatement', 'resultDue.payOut'] as const),
  ],
  charges: ['damageDecisionDue', 'assessmentDue', 'chargeObjection'],
  deposits: ['depositDue', 'guaranteeTail', 'resultDue.refundDeposit'],
  devices: [
    ...(['deviceReturnDue', 'collectionDue', 'inspectionDue'] as const),
    ...(['resultDue.readBackup', 'resultDue.eraseDevice', 'resultDue.revokeKeys'] as const),
  ],
  binding: ['resultDue.unbind'],
  confirming: ['resultDue.confirmClosure'],
  verifying: ['verifyDue'],
  closed: ['obligationDue', 'riskListingDue', 'tidQuarantine', 'retention'],
  root: ['resultDue.readStatus', 'reminder', 'again'],
  live: ['holdStart', 'closureNotice', 'deviceReturnDue'],
  closing: [],
}

interface ChartNode {
  readonly path: readonly string[]
  readonly ownEvents: readonly string[]
  readonly states: Readonly<Record<string, ChartNode>>
}
const nodesIn = (node: ChartNode): readonly ChartNode[] => [
  node,
  ...Object.values(node.states).flatMap(nodesIn),
]
const nodes = nodesIn(terminalLifecycleMachine.root as unknown as ChartNode)
const heardAt = (path: string): readonly string[] => {
  const node = nodes.find((one) => one.path.join('.') === path)
  return [...new Set(node?.ownEvents)].filter((event) => event !== '')
}

export const statesText = (locale: Locale): string => {
  const words = statesWords[locale]
  const diagrams = locale === 'en' ? diagramsEn : diagramsZhCn
  const { labels } = words
  const outline = outlineOf(diagrams)
  const pathOf = (state: ChartState) =>
    outline.find(({ path }) => path.split('.').at(-1) === state)?.path ?? state
  const list = (codes: readonly string[]) => codes.map(code).join(labels.comma)
  const line = (label: 'waits' | 'heard' | 'clocks', text: string) =>
    text === '' ? [] : [`- **${labels[label]}**${labels.colon}${text}`]
  const clocksIn = (name: keyof typeof clocksOf) =>
    clocksOf[name].map((clock) => `${code(clock)} ${textOf('clock', clock, locale)}`).join(labels.comma)

  const waysOf = (path: string): readonly string[] =>
    outline
      .filter(
        (state) =>
          state.path === path ||
          (path.startsWith('live.') && state.path === path.split('.').slice(0, -1).join('.')),
      )
      .flatMap(({ ways }) => ways)
      .map(({ text, toText }) => `${text} → ${toText}`)
  const entry = (state: ChartState): string => {
    const path = pathOf(state)
    const { means, waits } = words.states[state]
    const isRegion = (parts.clearing as readonly ChartState[]).includes(state)
    const name = textOf('state', state, locale)
    const both = (['open', 'done'] as const).map(
      (end) => `${code(`${state}.${end}`)} ${textOf('state', `${state}.${end}` as never, locale)}`,
    )
    const ways = waysOf(path)
    return [
      `### ${code(state)}\n`,
      `**${name}** ${code(path)}${labels.colon}${means}\n`,
      ...(isRegion ? [`- ${both.join(' ⇄ ')}`] : []),
      ...line('waits', waits),
      ...line('heard', state === 'closed' ? '' : list(heardAt(path))),
      ...line('clocks', clocksIn(state)),
      ...(ways.length > 0 ? [`- **${labels.out}**${labels.colon}${ways.join('; ')}`] : []),
    ].join('\n')
  }
  const drawn = { live: 'live', clearing: 'closing', application: null, end: null } as const
  const part = (name: keyof typeof parts): string => {
    const diagram = drawn[name]
    return [
      `## ${words.parts[name]}`,
      words.aboutParts[name],
      ...(diagram
        ? [`<!-- diagram: ${diagram} -->\n\n\`\`\`mermaid\n${toMermaid(diagrams, { part: diagram })}\`\`\``]
        : []),
      ...parts[name].map(entry),
    ].join('\n\n')
  }
  const phases = (['root', 'live', 'closing', 'closed'] as const).map((phase) =>
    [
      `### ${words.phases[phase]}\n`,
      list([
        ...heardAt(phase === 'root' ? '' : phase),
        ...(phase === 'live' ? heardAt('live.application') : []),
      ]),
      ...(phase !== 'closed' && clocksOf[phase].length > 0 ? ['', ...line('clocks', clocksIn(phase))] : []),
    ].join('\n'),
  )
  return [
    `# ${words.title}`,
    words.about,
    ...(['live', 'application', 'clearing', 'end'] as const).map(part),
    `## ${words.parts.everywhere}`,
    words.aboutParts.everywhere,
    ...phases,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

export const writeStates = (): void => {
  for (const locale of locales) writeFileSync(statesFile(locale), statesText(locale))
}

if (import.meta.main) writeStates()
