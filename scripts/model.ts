// What the model of money and custody was played beside last, as a sentence of the guide to what is proved.
import { readFileSync } from 'node:fs'
import type { Locale } from '../src/domain/index.ts'

interface Met {
  accepted: number
  refused: number
  repeated: number
  withIssue: number
}
/** As `npm run model -- --save` keeps it. */
interface Kept {
  cases: number
  steps: number
  starts: number
  differences: number
  events: Readonly<Record<string, Met>>
  codes: Readonly<Record<string, number>>
  breaks: readonly { name: string; cases: number | null }[]
}

const kept = new URL('../proof/model.json', import.meta.url)
const spaced = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ')

const words = {
  en: (n: Readonly<Record<string, string>>) =>
    `Beside the model: ${n.cases} cases from ${n.starts} moments, ${n.steps} steps, differences: ${n.differences}. ` +
    `Each of the ${n.events} events on which money or custody have a say was taken, and was refused or marked, at least ${n.least} times; ${n.codes} codes were said. ` +
    `Of ${n.breaks} machines with one thing done wrong ${n.found} were told apart, the last of them after ${n.slowest} cases. (\`npm run model -- --cases ${n.plain} --save\`)`,
  'zh-CN': (n: Readonly<Record<string, string>>) =>
    `与模型对照：从 ${n.starts} 个时刻出发，${n.cases} 个案例、${n.steps} 步，差异：${n.differences}。` +
    `与资金或设备归属有关的 ${n.events} 种事件，每种至少被接受 ${n.least} 次，也至少被拒绝或标记 ${n.least} 次；出现过的代码有 ${n.codes} 种。` +
    `故意改错一处的 ${n.breaks} 台状态机中，识别出 ${n.found} 台，最慢的一台用了 ${n.slowest} 个案例。（\`npm run model -- --cases ${n.plain} --save\`）`,
} as const satisfies Readonly<Record<Locale, unknown>>

/** How often the rarer of the two was met: a report is refused by nobody, and marked instead. */
const rarer = ({ accepted, refused, withIssue }: Met): number =>
  withIssue > refused ? Math.min(accepted - withIssue, withIssue) : Math.min(accepted, refused)

export const modelText = (locale: Locale): string => {
  const { cases, steps, starts, differences, events, codes, breaks } = JSON.parse(
    readFileSync(kept, 'utf8'),
  ) as Kept
  const found = breaks.flatMap((one) => (one.cases === null ? [] : [one.cases]))
  const counts = {
    ...{ cases, steps, starts, differences, events: Object.keys(events).length, breaks: breaks.length },
    least: Math.min(...Object.values(events).map(rarer)),
    codes: Object.values(codes).filter((times) => times > 0).length,
    ...{ found: found.length, slowest: Math.max(0, ...found) },
  }
  const told = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, spaced(count)]))
  return `${words[locale]({ ...told, plain: String(cases) })}\n`
}
