import type { LifecycleRecord } from '../machine/index.ts'
import type { Way } from './chart.ts'
import type { DiagramWords } from './words.ts'

/** What a diagram shows: all of it, one phase, or the seven obligations of a closure alone. */
export const diagramParts = ['whole', 'live', 'closing', 'clearing'] as const
export type DiagramPart = (typeof diagramParts)[number]

/** Left, top, width and height. */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** A state and its place, in pixels from the upper left. */
export interface DrawnState {
  readonly path: string
  readonly state: string
  readonly box: Box
  /** It has inner states; `parallel`: all at once. */
  readonly kind: 'leaf' | 'group' | 'parallel' | 'elsewhere'
}

export interface DrawnWay extends Way {
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly label: Box
  /** @default 'middle' */
  readonly align?: 'start' | 'end'
}

/** Where everything stands, in pixels. */
export interface Drawing {
  readonly size: readonly [width: number, height: number]
  readonly states: readonly DrawnState[]
  readonly ways: readonly DrawnWay[]
  /** Where a life, or a group of states, begins. */
  readonly begins: readonly Pick<DrawnWay, 'to' | 'points'>[]
  /** Points that stand for any state of their group. */
  readonly any: readonly Box[]
}

/** All diagrams in one language: a page that names one does not load the other. */
export interface Diagrams {
  readonly words: DiagramWords
  readonly drawings: Readonly<Record<DiagramPart, Drawing>>
}

/** Which part is drawn, and for which record. */
export interface DiagramOptions {
  /** @default 'whole' */
  part?: DiagramPart | undefined
  /** The states that it is in are marked. */
  record?: Pick<LifecycleRecord, 'value'> | undefined
}
