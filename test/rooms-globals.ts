import ts from 'typescript'

/** Members of a global that ask the host for the time or for chance. */
const members: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now', 'timeOrigin'],
  crypto: ['randomUUID'],
}
const timers = ['setTimeout', 'setInterval', 'setImmediate']
const nodeOnly = ['process', 'Buffer', 'global', 'require', '__dirname', '__filename']
const globalObjects = ['globalThis', 'window', 'self']

/** `Date` in `Date.now`, and in `globalThis.Date.now`. */
function globalName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text
  if (!ts.isPropertyAccessExpression(node)) return undefined
  return globalObjects.includes(globalName(node.expression) ?? '') ? node.name.text : undefined
}

/** `now` in `Date.now`, `Date['now']`. */
function memberName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  if (!ts.isElementAccessExpression(node)) return undefined
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined
}

function forbiddenMember(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined
  const [owner, member] = [globalName(node.expression) ?? '', memberName(node) ?? '']
  return members[owner]?.includes(member) || (globalObjects.includes(owner) && timers.includes(member))
    ? `${owner}.${member}`
    : undefined
}

/** `const { now } = Date`: taking the member out of the global is using it. */
function forbiddenPattern(node: ts.Node): string | undefined {
  if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name) || !node.initializer)
    return undefined
  const owner = globalName(node.initializer) ?? ''
  const taken = node.name.elements.map(({ propertyName, name }) => (propertyName ?? name).getText())
  const forbidden = globalObjects.includes(owner) ? timers : (members[owner] ?? [])
  const member = taken.find((name) => forbidden.includes(name))
  return member && `${owner}.${member}`
}

function currentDate(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && globalName(node.expression) === 'Date' && !node.arguments?.length) {
    return 'new Date() without argument'
  }
  return ts.isCallExpression(node) && globalName(node.expression) === 'Date' ? 'Date()' : undefined
}

/** A name used as a value of its own, not as a property, a key or a declaration of that name. */
function freeName(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node)) return undefined
  const { parent } = node
  const named = 'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent)
  const key = ts.isBindingElement(parent) && parent.propertyName === node
  const inType = ts.isTypeNode(parent) || ts.isQualifiedName(parent) || ts.isTypeQueryNode(parent)
  return named || key || inType ? undefined : node.text
}

/** What of the host a node uses and must not; the environment may ask for time and chance, a Node door for Node's names. */
export function forbiddenUse(
  node: ts.Node,
  may: { environment: boolean; node: boolean },
): string | undefined {
  const name = freeName(node)
  if (!may.node && name && nodeOnly.includes(name)) return `${name} is not of the web platform`
  if (may.environment) return undefined
  const timer = name && timers.includes(name) ? name : undefined
  const used = timer ?? forbiddenMember(node) ?? forbiddenPattern(node) ?? currentDate(node)
  return used && `${used}: only the environment asks the host`
}
