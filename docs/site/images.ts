/** Diagrams exist in both themes: the site shows the one of the theme that the reader chose,
 * drawn for a phone where it is one, in a frame that scrolls. */
const picture = /<picture>[\s\S]*?<img\b([^>]*)>[\s\S]*?<\/picture>/g
const image = /!\[([^\]]*)\]\(([^)\s]+\.(?:light|dark)\.svg)\)/g
const attribute = (name: string, text: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? ''
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** `live.zh-CN.light.svg` has a sister for phones, `live.narrow.zh-CN.light.svg`. */
const narrow = (src: string): string =>
  src.replace(/(\/\w+)((?:\.zh-CN)?\.(?:light|dark)\.svg)$/, '$1.narrow$2')

const figure = (alt: string, address: string): string => {
  const themes = (['light', 'dark'] as const).map((theme) => {
    const src = address.replace(/\.(light|dark)\.svg$/, `.${theme}.svg`)
    const shown =
      `<picture><source media="(max-width: 50rem)" srcset="${narrow(src)}">` +
      `<img src="${src}" alt="${escaped(alt)}" loading="lazy"></picture>`
    return `<a class="${theme}-only" href="${src}">${shown}</a>`
  })
  return `<div class="diagram" role="region" tabindex="0" aria-label="${escaped(alt)}">${themes.join('')}</div>`
}

/** Run when addresses are those of the site. */
export const withThemes = (body: string): string =>
  body
    .replaceAll(picture, (whole, inside: string) => {
      const src = attribute('src', inside)
      return /\.(light|dark)\.svg$/.test(src) ? figure(attribute('alt', inside), src) : whole
    })
    .replaceAll(image, (_, alt: string, src: string) => figure(alt, src))
