import type { State, Theme } from '../app/state.ts'
import { openingKeys } from '../case/openings.ts'
import { topics } from '../stories/story.ts'
import { stories } from '../stories.ts'
import type { Tongue } from '../words/tongue.ts'
import { type Children, h } from './dom.ts'
import { act } from './parts.ts'

const themes: readonly Theme[] = ['system', 'light', 'dark']

export const header = (state: State, { words, locale }: Tongue): Children =>
  h(
    'header',
    { class: 'page row top', 'data-key': 'header' },
    h('p', { class: 'brand' }, h('strong', {}, 'terminal-lifecycle')),
    h(
      'div',
      { class: 'row' },
      act('locale', words.language, { lang: locale === 'en' ? 'zh-CN' : 'en' }),
      h('label', { for: 'theme', class: 'hidden-text' }, words.theme),
      h(
        'select',
        { id: 'theme', 'data-change': 'theme', class: 'short' },
        themes.map((theme) =>
          h('option', { value: theme, selected: theme === state.theme }, words.themes[theme]),
        ),
      ),
    ),
  )

/** All stories by topic, each a link of its own. */
const storyLinks = (state: State, { words, locale }: Tongue): Children =>
  h(
    'details',
    { 'data-key': 'stories', open: state.story === null && state.acts.length === 0 && !state.isBroken },
    h('summary', {}, words.chooseStory),
    h(
      'nav',
      { class: 'stories', 'aria-label': words.stories },
      topics.map((topic) =>
        h(
          'div',
          {},
          h('h3', {}, words.topics[topic]),
          h(
            'ul',
            {},
            Object.entries(stories)
              .filter(([, story]) => story.topic === topic)
              .map(([name, { title }]) =>
                h(
                  'li',
                  {},
                  h(
                    'a',
                    { href: `#s=${name}`, 'aria-current': name === state.story ? 'page' : false },
                    title[locale],
                  ),
                ),
              ),
          ),
        ),
      ),
    ),
  )

const ownCase = (state: State, { words }: Tongue): Children =>
  h(
    'details',
    { 'data-key': 'own' },
    h('summary', {}, words.ownCase),
    h(
      'div',
      { class: 'row' },
      h('label', { for: 'opening' }, words.opening),
      h(
        'select',
        { id: 'opening', class: 'short' },
        openingKeys.map((key) =>
          h('option', { value: key, selected: key === state.opening }, words.openings[key]),
        ),
      ),
      act('fresh', words.startFresh),
    ),
  )

/** What is looked at, and the way through it. */
export function topView(state: State, tongue: Tongue): Children {
  const { words, locale } = tongue
  const story = state.story === null ? undefined : stories[state.story]
  const last = state.moments.length - 1
  const isPast = state.cursor < last
  const off = (no: boolean): Record<string, string> => (no ? { 'aria-disabled': 'true' } : {})
  return h(
    'div',
    { 'data-key': 'top' },
    state.isBroken && h('div', { class: 'note todo', role: 'alert' }, h('p', {}, words.broken)),
    h('h1', { id: 'title', tabindex: '-1' }, story ? story.title[locale] : words.title),
    h('p', {}, story ? story.caption[locale] : words.intro),
    storyLinks(state, tongue),
    ownCase(state, tongue),
    h(
      'div',
      { class: 'row steps' },
      act('undo', words.undo, off(state.cursor === 0)),
      act('redo', words.redo, off(!isPast)),
      act('start', words.toStart, off(state.cursor === 0)),
      act('end', words.toEnd, off(!isPast)),
      h('span', { class: 'muted' }, words.step(state.cursor, last)),
      act('share', words.share),
    ),
    isPast && h('p', { class: 'note waits' }, words.isPast),
    h('p', { role: 'status', id: 'said' }, state.said),
  )
}
