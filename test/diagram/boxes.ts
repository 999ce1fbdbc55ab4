import type { Box } from '../../src/diagram/index.ts'

export const overlap = (
  [x, y, width, height]: Box,
  [otherX, otherY, otherWidth, otherHeight]: Box,
): boolean => x < otherX + otherWidth && otherX < x + width && y < otherY + otherHeight && otherY < y + height

export const contains = (
  [x, y, width, height]: Box,
  [innerX, innerY, innerWidth, innerHeight]: Box,
): boolean =>
  x <= innerX && y <= innerY && innerX + innerWidth <= x + width && innerY + innerHeight <= y + height

type Point = readonly [x: number, y: number]

/** Does the line, which is upright or level, run through the inside of the box? */
export const crosses = ([fromX, fromY]: Point, [toX, toY]: Point, [x, y, width, height]: Box): boolean =>
  Math.min(fromX, toX) < x + width - 1 &&
  Math.max(fromX, toX) > x + 1 &&
  Math.min(fromY, toY) < y + height - 1 &&
  Math.max(fromY, toY) > y + 1

/** Two points are one line. */
export const linesOf = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.slice(1).map((point, index) => [points[index] as Point, point])
