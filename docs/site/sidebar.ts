// What stands where. Learn, Do, Understand and Look up are kept apart (Diátaxis): a reader comes with one of four questions.
// A guide without a row here stands at the end of "Do".

/** `guides` are names of files in docs/guides, `pages` are paths of pages that the site makes itself. */
export interface Section {
  readonly label: { readonly en: string; readonly 'zh-CN': string }
  /** What a reader comes here with; said on the first page. */
  readonly for: { readonly en: string; readonly 'zh-CN': string }
  readonly guides: readonly string[]
  readonly pages: readonly string[]
}

export const sections = {
  learn: {
    label: { en: 'Learn', 'zh-CN': '学习' },
    for: { en: 'You are new here: something that runs, in minutes.', 'zh-CN': '初次使用：几分钟内跑起来。' },
    guides: ['getting-started', 'first-closure'],
    pages: ['try'],
  },
  do: {
    label: { en: 'Do', 'zh-CN': '操作' },
    for: {
      en: 'You have a task: steps that run, and what may fail.',
      'zh-CN': '要完成一件事：可运行的步骤，以及可能出的错。',
    },
    guides: [
      'closing',
      'suspending',
      'reinstating',
      'replacing',
      'your-own-systems',
      'adapters',
      'front-end',
      'forms',
      'access',
      'client',
      'webhooks',
      'logging',
      'testing',
      'production',
      'monitoring',
      'upgrade',
      'retention',
      'command',
    ],
    pages: [],
  },
  understand: {
    label: { en: 'Understand', 'zh-CN': '理解' },
    for: {
      en: 'You want to know why it is so, and who waits for whom.',
      'zh-CN': '想知道为什么如此，谁在等谁。',
    },
    guides: ['states', 'orders', 'clocks', 'two-persons', 'security', 'proof', 'simulation'],
    pages: ['diagrams', 'decisions'],
  },
  lookUp: {
    label: { en: 'Look up', 'zh-CN': '查阅' },
    for: { en: 'You have a code, a name or a setting in hand.', 'zh-CN': '手头有一个代码、名称或设置项。' },
    guides: ['errors', 'policy', 'performance', 'capacity', 'versioning', 'glossary'],
    pages: ['codes', 'reference', 'api', 'requirements', 'changelog'],
  },
} as const satisfies Record<string, Section>

export type SectionName = keyof typeof sections

/** The paths of a section's pages in their order; guides that no section names come at the end of "Do". */
export const placesOf = (guides: readonly string[]): Readonly<Record<SectionName, readonly string[]>> => {
  const placed = new Set<string>(Object.values(sections).flatMap((section) => section.guides))
  const rest = guides.filter((name) => !placed.has(name))
  const places = (name: SectionName): readonly string[] => [
    ...sections[name].guides.filter((guide) => guides.includes(guide)).map((guide) => `guides/${guide}`),
    ...(name === 'do' ? rest.map((guide) => `guides/${guide}`) : []),
    ...sections[name].pages,
  ]
  return {
    learn: places('learn'),
    do: places('do'),
    understand: places('understand'),
    lookUp: places('lookUp'),
  }
}

/** Groups below a section that fold: their pages are found by this beginning of their path. */
export const groups: readonly {
  readonly page: string
  readonly label: Section['label']
}[] = [
  { page: 'decisions', label: { en: 'Decisions', 'zh-CN': '设计决定' } },
  { page: 'reference', label: { en: 'Codes and tables', 'zh-CN': '代码与表' } },
  { page: 'api', label: { en: 'API', 'zh-CN': 'API' } },
]
