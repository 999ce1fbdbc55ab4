import { duties, type Locale } from '../domain/index.ts'
import { portfolioEncodings } from '../schemas/index.ts'
import type { Subscriber } from './host.ts'
import { whenText } from './lines.ts'

interface Oldest {
  readonly lifecycleId: string
  readonly at: string
}

interface Clock {
  readonly lifecycleId: string
  readonly deadlineId: string
  readonly due: string
}

/** How many of each came of a restoration. */
type Told = Readonly<Record<'lives' | 'leftOut' | 'entries' | 'flawed' | 'differing', number>>

type Standing = Pick<Subscriber, 'disabled' | 'failingSince' | 'oldest' | 'waiting' | 'givenUp'>

/** What helps, in this order. From `null` all is sent again, also what was given up; who has an older cursor takes that. */
const callsFor = ({ disabled, givenUp }: Standing): readonly string[] => {
  const [enable, redeliver] = ['outbox.enable(id)', 'outbox.redeliver(id, { from: null })']
  // One that has lost its place would lose it again.
  if (disabled === 'lost') return [redeliver, enable]
  return [...(disabled ? [enable] : []), ...(givenUp > 0 ? [redeliver] : [])]
}

const at = (ms: number, locale: Locale): string => whenText(new Date(ms).toISOString(), locale)

const en = {
  help: `terminal-lifecycle COMMAND [options]

  health            what waits for other systems and why, which clocks are late, which subscribers refuse
  why ID            where a life stands, what holds it up, and whose turn it is
  work              what is to be done, by due instant   --duty D  --overdue  --limit N
  audit [ID]        holds everything stored against everything else
  verify [ID|FILE]  is the journal whole and unaltered: of one life, of all, or of a dossier
  dossier ID        everything that is known of a life, as JSON   --out FILE   or as tables   --csv --out NAME
  backup FOLDER     copies the files while they are in use, and verifies the copy
  restore FOLDER    puts a back-up into --data, where nothing is yet, and checks all of it   --from-journal
  purge [ID]        removes what need not be kept any more, or says why a life must be   --dry-run  --person ID  --rules FILE
  migrate           carries lives over to today's format   --dry-run
  import FILE.csv   opens the terminals of a portfolio   --map FILE  --encoding E  --dry-run  --person ID
  serve             the back end over HTTP   --port N  --people FILE  --systems URL

  --data FOLDER     where terminals.db, documents.db and webhooks.db are (data)
  --encoding E      ${portfolioEncodings.join(', ')} (utf-8)
  --duty D          ${duties.join(', ')}
  --limit N         so many lines of work (50)
  --json            the answer as JSON, instants as they are stored; without it they are told by the clocks of China (UTC+8)
  --locale L        en or zh-CN
  --version         which release this is
  --accept-incomplete   open a file whose WAL is missing
  --from-journal    restore of a damaged life what its journal tells, instead of leaving it out

Ends with 0: fine; 1: something was found or refused; 2: asked wrongly; 3: it cannot be done.`,
  usage: (what: string, meant?: string) =>
    `${what} is not understood.${meant ? ` Was ${meant} meant?` : ''} --help lists what is.`,
  unfit: {
    noData: (path: string) => `There is no ${path}: name its folder with --data.`,
    notThere: (path: string) => `There is no ${path}. Look at its name.`,
    isEmpty: (path: string) =>
      `${path} has no bytes: it was cut off, or nothing was ever written. Keep what stands beside it, and restore a back-up into an empty place.`,
    exists: (path: string) => `${path} is there already, and nothing is written over. Choose another name.`,
    noRights: (path: string) => `${path} may not be read or written by this user. See to its rights.`,
    readOnly: (path: string) => `${path} is in a place that takes no writing. Name another one.`,
    inFile: (path: string) => `${path} leads through a file. Name a folder.`,
    isFolder: (path: string) => `${path} is a folder, and a file is wanted.`,
    noJson: (path: string) => `${path} is not a file of JSON with an object in it.`,
    noDossier: (path: string) => `${path} is not a dossier.`,
  },
  unknown: 'There is no such life.',
  state: 'State',
  held: 'Held',
  since: 'since',
  planned: 'Planned',
  from: 'from',
  turn: 'turn of',
  now: 'Now',
  due: 'due',
  cleared: 'cleared by',
  overdue: 'Overdue',
  later: 'Later',
  checking: 'Being checked',
  closure: 'May it be closed?',
  possible: { no: 'No.', now: 'Yes.', withPapers: 'Yes, with papers.' },
  ordered: 'Ordered of other systems, and not known to be done',
  parked: 'not tried any more',
  attempts: (n: number) => `${n} ${n === 1 ? 'attempt' : 'attempts'}`,
  waiting: (orders: number, oldest: Oldest | null) =>
    oldest === null
      ? 'Orders: none waits for another system.'
      : `Orders: ${orders} ${orders === 1 ? 'waits' : 'wait'} for other systems, the oldest since ${oldest.at} (${oldest.lifecycleId}).`,
  revive:
    '  What is parked is not tried again by itself: work --duty operations names each. Remove the cause, then order.revived.',
  clocks: (count: number, oldest: Clock | null) =>
    oldest === null
      ? 'Clocks: none is late.'
      : `Clocks: ${count} ${count === 1 ? 'is' : 'are'} late, the first since ${oldest.due} (${oldest.deadlineId} of ${oldest.lifecycleId}). Check that a worker runs, and its clock.`,
  late: (count: number) =>
    count === 0 ? 'People: nothing is overdue.' : `People: ${count} overdue. See work --overdue.`,
  older: (count: number) => `Formats: ${count} in an older format. Run migrate.`,
  subscriber: (id: string, it: Standing, isIll: boolean) =>
    isIll
      ? `Subscriber ${id}: ${[
          it.disabled === 'gone' && 'off: it answered that it is gone',
          it.disabled === 'failing' && 'off: it failed for too long',
          it.disabled === 'lost' && 'off: where it would go on is not on record',
          it.failingSince !== null && `fails since ${at(it.failingSince, 'en')}`,
          it.oldest?.lastFailure,
          `${it.waiting} wait`,
          it.givenUp > 0 && `${it.givenUp} given up`,
        ]
          .filter(Boolean)
          .join(' · ')}. ${[
          it.disabled === 'lost' ? 'Say where it begins again' : 'Have its owner mend it',
          ...callsFor(it),
        ].join('; then ')}.`
      : `Subscriber ${id}: well, ${it.waiting} wait.`,
  ahead: (at: string) =>
    `Told as of ${at}, which is still to come: a clock was wrong. Set it; what is told until then counts as of that instant.`,
  hidden: 'the merchant must not hear of it',
  empty: 'There is no life here. Is this the right --data?',
  nothing: 'Nothing.',
  more: 'There is more: --limit.',
  whole: (lives: number, entries: number) =>
    `${lives} ${lives === 1 ? 'life' : 'lives'}, ${entries} ${entries === 1 ? 'entry' : 'entries'}: whole and unaltered.`,
  journal: {
    unsealed: 'it stands there without its hashes',
    sequence: 'one is missing before it, or it stands twice',
    chain: 'the one before it is another than when it was written',
    altered: 'altered',
    truncated: 'the journal goes on behind it, or was another one',
  },
  broken: (id: string, seq: number, why: string) => `${id}: entry ${seq}: ${why}`,
  carried: (carried: number, remaining: number) => `${carried} carried over, ${remaining} remain.`,
  opened: (opened: number, known: number, refused: number) =>
    `${opened} opened, ${known} known already, ${refused} refused.`,
  wouldOpen: (opened: number, known: number, refused: number) =>
    `${opened} would open, ${known} known already, ${refused} would be refused. Nothing was done.`,
  line: 'line',
  purgedBy: (years: number | null, basis: string, own: boolean) =>
    years === null
      ? `Lives are kept for as long as their own clock says, by ${basis}.`
      : `Lives are kept for ${years} years by ${basis}.${own ? '' : ' Elsewhere than in the PRC: --rules FILE.'}`,
  wasPurged: (id: string, at: string, by: string, basis: string) =>
    `${id} · purged ${at} by ${by} · ${basis}`,
  purged: (dryRun: boolean, lives: number, papers: number, refused: number, kept: number) =>
    `${dryRun ? 'Would purge' : 'Purged'} ${lives} ${lives === 1 ? 'life' : 'lives'} and ${papers} ${papers === 1 ? 'paper' : 'papers'}; ${refused} refused, ${kept} kept for their years.`,
  notClosed: 'It is not closed, and only closed lives are purged.',
  reading: 'read',
  writing: 'written',
  comparing: 'compared',
  doing: (what: string, done: number) => `${done} ${what}`,
  did: { leftOut: 'left out', rebuilt: 'made anew from its journal', cut: 'cut where its journal ends' },
  restored: ({ lives, leftOut, entries, flawed, differing }: Told) =>
    `${lives} ${lives === 1 ? 'life' : 'lives'}, ${entries} ${entries === 1 ? 'entry' : 'entries'} written, ${leftOut} left out, ${flawed} damaged, ${differing} not what they were.`,
  copied: 'copied',
  written: 'written',
  mock: 'No --systems: a mock plays the acquirer’s systems. Nothing is carried out anywhere.',
}
export type Words = typeof en

const zhCn: Words = {
  help: `terminal-lifecycle 命令 [选项]

  health            哪些指令在等待其他系统及原因、哪些期限滞后、哪些订阅方拒收
  why ID            终端所处的状态、受阻于什么、轮到谁
  work              待办事项，按到期时间   --duty 职责  --overdue  --limit N
  audit [ID]        核对所有存储内容是否彼此一致
  verify [ID|文件]  日志是否完整、未被改动：一个终端、全部，或一份档案
  dossier ID        一个终端的全部已知信息，JSON   --out 文件   或表格   --csv --out 名称
  backup 文件夹     在使用中复制文件，并核验副本
  restore 文件夹    把备份恢复到尚无数据的 --data，并逐项核验   --from-journal
  purge [ID]        销毁不必再保存的内容，或说明某个终端为何仍须保存   --dry-run  --person ID  --rules 文件
  migrate           迁移到当前格式   --dry-run
  import 文件.csv   按清单建立终端   --map 文件  --encoding E  --dry-run  --person ID
  serve             通过 HTTP 提供后端   --port N  --people 文件  --systems URL

  --data 文件夹     terminals.db、documents.db、webhooks.db 所在处（data）
  --encoding E      ${portfolioEncodings.join('、')}（utf-8）
  --duty 职责       ${duties.join('、')}
  --limit N         待办事项的行数（50）
  --json            以 JSON 回答，时刻按存储原样；否则按北京时间（UTC+8）显示
  --locale L        en 或 zh-CN
  --version         版本号
  --accept-incomplete   打开缺少 WAL 的文件
  --from-journal    受损的终端按其日志恢复，而不是略过

退出码 0：正常；1：发现问题或被拒绝；2：用法错误；3：无法执行。`,
  usage: (what, meant) => `无法理解 ${what}。${meant ? `是否指 ${meant}？` : ''}--help 列出全部。`,
  unfit: {
    noData: (path) => `没有 ${path}：请用 --data 指明其所在文件夹。`,
    notThere: (path) => `没有 ${path}。请核对名称。`,
    isEmpty: (path) =>
      `${path} 为零字节：已被截断，或从未写入。请保留同一文件夹中的其他文件，并将备份恢复到空位置。`,
    exists: (path) => `${path} 已存在，不会覆盖。请换一个名称。`,
    noRights: (path) => `当前用户无权读写 ${path}。请检查权限。`,
    readOnly: (path) => `${path} 所在位置为只读。请换一个位置。`,
    inFile: (path) => `${path} 的路径中有文件，此处需要文件夹。`,
    isFolder: (path) => `${path} 是文件夹，此处需要文件。`,
    noJson: (path) => `${path} 不是含有一个对象的 JSON 文件。`,
    noDossier: (path) => `${path} 不是档案。`,
  },
  unknown: '没有这个终端。',
  state: '状态',
  held: '限制',
  since: '自',
  planned: '计划限制',
  from: '自',
  turn: '轮到',
  now: '现在',
  due: '截止',
  cleared: '解除方式',
  overdue: '已超期',
  later: '以后',
  checking: '审核中',
  closure: '能否关闭？',
  possible: { no: '不能。', now: '可以。', withPapers: '可以，须附材料。' },
  ordered: '已向其他系统下达、尚未得知结果的指令',
  parked: '不再重试',
  attempts: (n) => `已尝试 ${n} 次`,
  waiting: (orders, oldest) =>
    oldest === null
      ? '指令：没有等待其他系统的指令。'
      : `指令：${orders} 条在等待其他系统，最早自 ${oldest.at}（${oldest.lifecycleId}）。`,
  revive: '  已暂停的指令不会自行重试：work --duty operations 逐条列出。请消除原因，再 order.revived。',
  clocks: (count, oldest) =>
    oldest === null
      ? '期限：没有滞后。'
      : `期限：${count} 个滞后，最早自 ${oldest.due}（${oldest.lifecycleId} 的 ${oldest.deadlineId}）。请检查执行程序是否在运行、其时钟是否准确。`,
  late: (count) => (count === 0 ? '人工：没有超期事项。' : `人工：${count} 项超期。见 work --overdue。`),
  older: (count) => `格式：${count} 个为旧格式。请运行 migrate。`,
  subscriber: (id, it, isIll) =>
    isIll
      ? `订阅方 ${id}：${[
          it.disabled === 'gone' && '已停用：对方答复地址不再使用',
          it.disabled === 'failing' && '已停用：失败时间过长',
          it.disabled === 'lost' && '已停用：续发的起点已无记录',
          it.failingSince !== null && `自 ${at(it.failingSince, 'zh-CN')} 起失败`,
          it.oldest?.lastFailure,
          `待发 ${it.waiting} 条`,
          it.givenUp > 0 && `已放弃 ${it.givenUp} 条`,
        ]
          .filter(Boolean)
          .join(' · ')}。${[
          it.disabled === 'lost' ? '请指定重新开始的位置' : '请其负责人修复',
          ...callsFor(it),
        ].join('，然后 ')}。`
      : `订阅方 ${id}：正常，待发 ${it.waiting} 条。`,
  ahead: (at) => `记录时间为 ${at}，尚未到来：时钟曾不准。请校准；在此之前写入的内容均按该时间计。`,
  hidden: '不得告知商户',
  empty: '此处没有任何终端。--data 是否正确？',
  nothing: '没有。',
  more: '还有更多：--limit。',
  whole: (lives, entries) => `${lives} 个终端，${entries} 条日志：完整且未被改动。`,
  journal: {
    unsealed: '缺少哈希值',
    sequence: '之前缺少一条，或重复出现',
    chain: '前一条与写入时不同',
    altered: '已被改动',
    truncated: '其后还有日志，或原为另一份日志',
  },
  broken: (id, seq, why) => `${id}：第 ${seq} 条：${why}`,
  carried: (carried, remaining) => `已迁移 ${carried} 个，剩余 ${remaining} 个。`,
  opened: (opened, known, refused) => `新建 ${opened} 个，已存在 ${known} 个，拒绝 ${refused} 个。`,
  wouldOpen: (opened, known, refused) =>
    `将新建 ${opened} 个，已存在 ${known} 个，将拒绝 ${refused} 个。未做任何改动。`,
  line: '行',
  purgedBy: (years, basis, own) =>
    years === null
      ? `终端档案保存至其自身的保存期限届满，依据：${basis}。`
      : `终端档案保存 ${years} 年，依据：${basis}。${own ? '' : '中国境外的机构：--rules 文件。'}`,
  wasPurged: (id, at, by, basis) => `${id} · ${by} 于 ${at} 销毁 · ${basis}`,
  purged: (dryRun, lives, papers, refused, kept) =>
    `${dryRun ? '将销毁' : '已销毁'} ${lives} 个终端、${papers} 份材料；拒绝 ${refused} 个，保存期内 ${kept} 个。`,
  notClosed: '该终端尚未关闭，只有已关闭的终端才会销毁。',
  reading: '已读取',
  writing: '已写入',
  comparing: '已比对',
  doing: (what, done) => `${what} ${done}`,
  did: { leftOut: '已略过', rebuilt: '已按其日志重建', cut: '已恢复至其日志中断处' },
  restored: ({ lives, leftOut, entries, flawed, differing }) =>
    `${lives} 个终端，写入 ${entries} 条日志，略过 ${leftOut} 个，受损 ${flawed} 个，与原先不一致 ${differing} 个。`,
  copied: '已复制',
  written: '已写入',
  mock: '未给出 --systems：由模拟系统代替支付机构的系统，任何操作都不会真正执行。',
}

export const wordsIn = (locale: Locale): Words => (locale === 'en' ? en : zhCn)
