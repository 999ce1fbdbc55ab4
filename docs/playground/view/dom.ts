type Child = Node | string | false | null | undefined
export type Children = Child | readonly Children[]
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

const put = (parent: Node, child: Children): void => {
  if (Array.isArray(child)) for (const one of child as readonly Children[]) put(parent, one)
  else if (child instanceof Node) parent.appendChild(child)
  else if (typeof child === 'string') parent.appendChild(document.createTextNode(child))
}

/** An element. An attribute that is `true` stands there without a value, one that is `false` or missing not at all. */
export function h(tag: string, attributes: Attributes = {}, ...children: readonly Children[]): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value))
  put(element, children)
  // An attribute alone is only where a field begins.
  if (element instanceof HTMLTextAreaElement) element.defaultValue = element.textContent ?? ''
  return element
}

/** A picture from its text: parsed as XML, so that nothing in it is a script. */
export const picture = (svg: string): Node =>
  document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true)

const keyOf = (node: Node): string | null =>
  node instanceof Element ? node.getAttribute('id') || node.getAttribute('data-key') : null

const isSame = (one: Node, other: Node): boolean =>
  one.nodeType === other.nodeType && one.nodeName === other.nodeName && keyOf(one) === keyOf(other)

/** What the reader has opened stays open, what is being typed stays as it is. */
function syncElement(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name) && !(name === 'open' && old.nodeName === 'DETAILS'))
      old.removeAttribute(name)
  for (const { name, value } of [...fresh.attributes])
    if (old.getAttribute(name) !== value && !(name === 'open' && old.nodeName === 'DETAILS'))
      old.setAttribute(name, value)
  if (old === document.activeElement && !fresh.hasAttribute('data-fresh')) return
  if (old instanceof HTMLInputElement && fresh instanceof HTMLInputElement) {
    if (old.type === 'checkbox' || old.type === 'radio') old.checked = fresh.defaultChecked
    else if (old.value !== fresh.defaultValue) old.value = fresh.defaultValue
  }
  if (old instanceof HTMLTextAreaElement && fresh instanceof HTMLTextAreaElement && old.value !== fresh.value)
    old.value = fresh.value
}

/** Makes the old tree equal to the fresh one and keeps what is the same: focus, scroll and open folds are not lost. */
export function morph(old: Node, fresh: Node): void {
  if (old instanceof Element && fresh instanceof Element) syncElement(old, fresh)
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue
    return
  }
  if (old instanceof HTMLTextAreaElement) return
  const keyed = new Map([...old.childNodes].flatMap((node) => (keyOf(node) ? [[keyOf(node), node]] : [])))
  let place = old.firstChild
  for (const child of [...fresh.childNodes]) {
    const key = keyOf(child)
    const found = key === null ? place : (keyed.get(key) ?? null)
    if (found && isSame(found, child)) {
      if (found === place) place = place.nextSibling
      else old.insertBefore(found, place)
      morph(found, child)
    } else old.insertBefore(child, place)
  }
  while (place) {
    const next = place.nextSibling
    old.removeChild(place)
    place = next
  }
  if (
    old instanceof HTMLSelectElement &&
    fresh instanceof HTMLSelectElement &&
    old !== document.activeElement
  )
    old.value = fresh.value
}
