import { describe, expect, it } from 'vitest'
import { type Drawing, diagramParts, diagramsEn, diagramsZhCn } from '../../src/diagram/index.ts'
import { narrowDrawing } from '../../src/diagram/narrow.ts'
import { contains, crosses, linesOf, overlap } from './boxes.ts'

const all = [diagramsEn, diagramsZhCn].flatMap((diagrams) =>
  diagramParts.flatMap((part) => [
    [diagrams.words.lang, part, diagrams.drawings[part]] as const,
    [diagrams.words.lang, `${part}, narrow`, narrowDrawing(diagrams, part, 328)] as const,
  ]),
)

const leavesOf = ({ states }: Drawing) => states.filter(({ kind }) => kind === 'leaf' || kind === 'elsewhere')

describe.each(all)('%s, %s', (_lang, _part, drawing) => {
  it('has no state over another, and each within those that hold it', () => {
    const leaves = leavesOf(drawing)
    for (const [place, one] of leaves.entries())
      for (const other of leaves.slice(place + 1))
        expect(overlap(one.box, other.box), `${one.path}, ${other.path}`).toBe(false)
    for (const outer of drawing.states)
      for (const inner of drawing.states)
        if (inner.path.startsWith(`${outer.path}.`))
          expect(contains(outer.box, inner.box), inner.path).toBe(true)
    const whole = [0, 0, ...drawing.size] as const
    for (const { box, path } of drawing.states) expect(contains(whole, box), path).toBe(true)
    for (const { label, points, from } of drawing.ways)
      for (const box of [label, ...points.map(([x, y]) => [x, y, 0, 0] as const)])
        expect(contains(whole, box), from).toBe(true)
  })

  it('has words beside the arrows that cover no state and no other words', () => {
    for (const [place, { label, from, to }] of drawing.ways.entries()) {
      for (const { box, path } of leavesOf(drawing))
        expect(overlap(label, box), `${from} → ${to}, ${path}`).toBe(false)
      for (const other of drawing.ways.slice(place + 1))
        expect(overlap(label, other.label), `${from} → ${to}`).toBe(false)
    }
  })

  it('has no line that runs through words of a way with another end', () => {
    for (const { points, from, to } of drawing.ways)
      for (const [one, other] of linesOf(points))
        for (const { label, ...way } of drawing.ways)
          if (way.from !== from && way.to !== to)
            expect(crosses(one, other, label), `${from} → ${to}, ${way.from} → ${way.to}`).toBe(false)
  })

  it('has arrows that run through no state', () => {
    for (const { points, from, to } of drawing.ways) {
      expect(points.length).toBeGreaterThan(1)
      for (const [one, other] of linesOf(points))
        for (const { box, path } of leavesOf(drawing))
          expect(crosses(one, other, box), `${from} → ${to}, ${path}`).toBe(false)
    }
  })

  it('has words beside every arrow', () => {
    for (const { label, from, to } of drawing.ways) {
      const [, , width, height] = label
      expect(Math.min(width, height), `${from} → ${to}`).toBeGreaterThan(0)
    }
  })

  it('leads ways to different states along lines of their own, once they have left their state', () => {
    const upright = drawing.ways.flatMap(({ points, from, to }) =>
      linesOf(points)
        .slice(1)
        .filter(([[x, top], [otherX, end]]) => x === otherX && top !== end)
        .map(([[x, y], [, end]]) => ({ from, to, x, top: Math.min(y, end), bottom: Math.max(y, end) })),
    )
    for (const [place, one] of upright.entries())
      for (const other of upright.slice(place + 1))
        if (one.to !== other.to && one.x === other.x)
          expect(
            one.top < other.bottom && other.top < one.bottom,
            `${one.from} → ${one.to}, ${other.from} → ${other.to}`,
          ).toBe(false)
  })
})
