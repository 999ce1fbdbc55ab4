// Saves reloads and clicks, and nothing works only by it: an open case follows its changes, new work is counted, the three
// decisions open as dialogs, and single keys move around. No key decides.
const { body } = document
const one = (selector, within = document) => within.querySelector(selector)
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const say = (words) => {
  const told = one('#told')
  if (told) told.textContent = words
}

const fetchPage = async (address) => {
  const answer = await fetch(address, { headers: { accept: 'text/html' } })
  if (!answer.ok) return undefined
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

// What was refused or recorded is read first.
one('[data-focus]')?.focus()

// Chinese letters, after the first paint, for a machine that has none: names of merchants are Chinese in either language.
if (body.dataset.fonts) {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = body.dataset.fonts
  document.head.append(link)
}

// Dialogs: the link leads to the same form as a page of its own.
let opener
const open = (link) => {
  const dialog = document.getElementById(link.dataset.dialog)
  if (!dialog?.showModal) return false
  opener = link.dataset.dialog
  dialog.showModal()
  one('h2', dialog)?.focus()
  return true
}
document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  const link = event.target.closest?.('[data-dialog]')
  if (link && open(link)) return event.preventDefault()
  const close = event.target.closest?.('dialog [data-close]')
  if (close) {
    event.preventDefault()
    close.closest('dialog').close()
  }
})
document.addEventListener(
  'close',
  () => {
    one(`[data-dialog="${opener}"]`)?.focus()
  },
  true,
)

// One submit is one act, however often it is pressed.
document.addEventListener('submit', (event) => {
  if (event.target.dataset.sent) return event.preventDefault()
  if (event.target.method === 'post') event.target.dataset.sent = 'yes'
})
addEventListener('pageshow', () => {
  for (const form of all('form[data-sent]')) delete form.dataset.sent
})

// An open case: each part is taken anew where it differs. Focus, scroll, open details and what is typed stay.
const same = (part, parts, place, isFixed) => {
  const named = parts.find((one) => nameOf(one) === nameOf(part))
  return named ?? (isFixed ? parts[place] : undefined)
}
const nameOf = (part) => one('summary', part)?.textContent
// A scan stays as it was enlarged, turned and moved: it is the same one, in its new place.
const keepScans = (old, fresh) => {
  const address = (viewer) => one('img', viewer)?.getAttribute('src')
  const known = all('.viewer', old)
  return all('.viewer', fresh).flatMap((viewer) => {
    const kept = known.find((before) => address(before) === address(viewer))
    if (!kept) return []
    const frame = one('.frame', kept)
    const { scrollLeft, scrollTop } = frame
    viewer.replaceWith(kept)
    return [() => frame.scrollTo(scrollLeft, scrollTop)]
  })
}
const focusable = 'a,button,summary,input,[tabindex]'
const keep = (old, fresh) => {
  const details = all('details', old)
  const news = all('details', fresh)
  news.forEach((part, place) => {
    part.open = same(part, details, place, details.length === news.length)?.open ?? part.open
  })
  const focused = old.contains(document.activeElement) ? document.activeElement : undefined
  const place = focused ? all(focusable, old).indexOf(focused) : -1
  const moved = keepScans(old, fresh)
  old.replaceWith(fresh)
  for (const move of moved) move()
  if (!focused) return
  const known = focused.isConnected ? focused : focused.id && document.getElementById(focused.id)
  ;(known || all(focusable, fresh)[place] || one('h1'))?.focus({ preventScroll: true })
}
const withoutIds = (part) =>
  part.outerHTML.replace(/name="commandId" value="[^"]*"|<details open="">/g, '<details>')
const takeAnew = async (version) => {
  const page = await fetchPage(body.dataset.follow)
  if (!page) return
  for (const fresh of all('[data-part]', page)) {
    const old = one(`[data-part="${fresh.dataset.part}"]`)
    if (old && withoutIds(old) !== withoutIds(fresh)) keep(old, document.adoptNode(fresh))
  }
  const open = one('dialog[open]')
  if (open) for (const note of all('.changed', open)) note.hidden = false
  for (const dialog of all('dialog:not([open])')) {
    const fresh = page.getElementById(dialog.id)
    if (fresh) dialog.replaceWith(document.adoptNode(fresh))
    else dialog.remove()
  }
  for (const fresh of all('dialog', page))
    if (!document.getElementById(fresh.id)) one('main').append(document.adoptNode(fresh))
  body.dataset.version = page.body.dataset.version
  say(body.dataset.changed.replace('{version}', version))
}
if (body.dataset.follow) {
  const follow = new EventSource(`${body.dataset.follow}/changes`)
  let taking = Promise.resolve()
  follow.onmessage = ({ data }) => {
    taking = taking
      .then(() => (Number(data) > Number(body.dataset.version) ? takeAnew(data) : undefined))
      .catch(() => {})
  }
  addEventListener('pagehide', () => follow.close())
}

// A list: rows never move by themselves; what came in is counted, and shown when it is asked for.
const news = one('#news')
if (news) {
  const look = async () => {
    if (document.hidden) return
    const page = await fetchPage(location.href).catch(() => undefined)
    if (!page) return
    const known = new Set(all('[data-key]').map((row) => row.dataset.key))
    const count = all('tr[data-key]', page).filter((row) => !known.has(row.dataset.key)).length
    const words = news.dataset.words.replace('{count}', count)
    if (count > 0 && news.hidden) say(words)
    news.hidden = count === 0
    const link = one('a', news)
    link.href = location.href
    link.textContent = words
  }
  setInterval(look, 4_000)
}

// Keys: not in fields, not while an input method composes, not with other keys held, not when switched off.
const rows = () => all('#rows tbody tr')
const move = (by) => {
  const links = rows().map((row) => one('a', row))
  const now = links.indexOf(document.activeElement)
  links[Math.min(Math.max(now + by, 0), links.length - 1)]?.focus()
}
const decide = (key) => {
  const link = one(`[data-dialog][data-key="${key}"]`)
  if (link && !open(link)) link.click()
}
const go = { w: '/console', f: '/console/failed' }
let before = ''
document.addEventListener('keydown', (event) => {
  const { key, target } = event
  if (body.dataset.keys === 'off' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return
  if (target.closest('input,select,textarea,[contenteditable],dialog')) return
  const was = before
  before = key
  if (was === 'g' && Object.hasOwn(go, key)) location.assign(go[key])
  else if (key === 'j') move(1)
  else if (key === 'k') move(-1)
  else if (key === 'a' || key === 'i' || key === 'r') decide(key)
  else if (key === '/') one('#search')?.focus()
  else if (key === '?') location.assign('/console/keys')
  else return
  event.preventDefault()
})
