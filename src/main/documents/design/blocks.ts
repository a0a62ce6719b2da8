import type { DesignElement, DisplayItem, TextStyle } from '../../../shared/contract/designs.ts'
import type { Box } from './items.ts'
import { boxOf, h, mm, styleOf, textItems } from './items.ts'
import { diamondPath, ellipsePath, linePath, rectanglePath } from './paths.ts'
import { setShrunk } from './setting.ts'
import type { PaperWords } from './words.ts'

// Images, shapes, logos and signatures of a page. Lengths in points.

/** Pixels of the images at hand, by SHA-256. */
export type ImageSizes = ReadonlyMap<string, { readonly width: number; readonly height: number }>

type Of<Kind extends DesignElement['kind']> = Extract<DesignElement, { kind: Kind }>

export function imageItems(element: Of<'image'>, images: ImageSizes): DisplayItem[] {
  return pictureItems(element.id, element.hash, boxOf(element), element.fit, images)
}

/** An image in a box; nothing where it is not at hand. */
export function pictureItems(element: string, hash: string, box: Box, fit: 'contain' | 'cover' | 'stretch', images: ImageSizes): DisplayItem[] {
  const size = images.get(hash)
  if (size === undefined) return []
  const place = fitted(size, box, fit)
  const clip = fit === 'cover' ? { x: h(box.x), y: h(box.y), width: h(box.width), height: h(box.height) } : null
  return [{ kind: 'image', element, hash, x: h(place.x), y: h(place.y), width: h(place.width), height: h(place.height), clip }]
}

/** Where an image of that size lies: whole within the box, over all of it, or stretched to it. */
export function fitted(size: { readonly width: number; readonly height: number }, box: Box, fit: 'contain' | 'cover' | 'stretch'): Box {
  if (fit === 'stretch') return box
  const [across, down] = [box.width / size.width, box.height / size.height]
  const scale = fit === 'contain' ? Math.min(across, down) : Math.max(across, down)
  const [width, height] = [size.width * scale, size.height * scale]
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
}

export function shapeItems({ id, shape, fill, stroke, strokeWidth, radius, ...element }: Of<'shape'>): DisplayItem[] {
  const { x, y, width, height } = boxOf(element)
  const item = (path: string, inside: typeof fill): DisplayItem => ({ kind: 'path', element: id, path, fill: inside, stroke: strokeWidth > 0 ? stroke : null, strokeWidth })
  switch (shape) {
    case 'rectangle':
      return [item(rectanglePath(x, y, width, height, radius * mm), fill)]
    case 'ellipse':
      return [item(ellipsePath(x + width / 2, y + height / 2, width / 2, height / 2), fill)]
    case 'diamond':
      return [item(diamondPath(x + width / 2, y + height / 2, width / 2, height / 2), fill)]
    case 'line':
      // Along its longer side, through the middle.
      return [item(width >= height ? linePath(x, y + height / 2, x + width, y + height / 2) : linePath(x + width / 2, y, x + width / 2, y + height), null)]
  }
}

/** Logos on one line, of even weight: a wide one is lower, a square one taller. */
export function logoItems(element: Of<'logos'>, words: PaperWords, images: ImageSizes): DisplayItem[] {
  const box = boxOf(element)
  const sized = words.logos.flatMap(({ assetHash }) => {
    const image = images.get(assetHash)
    if (image === undefined) return []
    const ratio = image.width / image.height
    const height = Math.min(box.height, Math.sqrt((box.height * box.height * 1.35) / ratio))
    return [{ assetHash, width: height * ratio, height }]
  })
  if (sized.length === 0) return []
  const gap = sized.length > 5 ? 14 : 24
  const natural = sized.reduce((sum, logo) => sum + logo.width, 0) + gap * (sized.length - 1)
  const scale = Math.min(1, box.width / natural)
  const spare = box.width - natural * scale
  let x = box.x + (element.align === 'center' ? spare / 2 : element.align === 'right' ? spare : 0)
  return sized.map((logo): DisplayItem => {
    const left = x
    x += (logo.width + gap) * scale
    return {
      kind: 'image', element: element.id, hash: logo.assetHash, clip: null,
      x: h(left), y: h(box.y + (box.height - logo.height * scale) / 2), width: h(logo.width * scale), height: h(logo.height * scale),
    }
  })
}

/** The widest column of a signature, points. */
const widest = 178

/** One to four signatures side by side: the image stands on the line; name, post and entity are below. */
export function signatureItems(element: Of<'signatures'>, styles: readonly TextStyle[], words: PaperWords, images: ImageSizes): DisplayItem[] {
  const signatories = words.signatories.slice(0, 4)
  const count = signatories.length
  if (count === 0) return []
  const box = boxOf(element)
  const nameStyle = styleOf(styles, element.nameStyle)
  const postStyle = styleOf(styles, element.postStyle)
  const column = Math.min(widest, (box.width - 16 * (count - 1)) / count)
  const gap = count === 1 ? 0 : nameStyle.align === 'left' ? 16 : Math.min(52, (box.width - column * count) / (count - 1))
  const spare = box.width - column * count - gap * (count - 1)
  const start = box.x + (nameStyle.align === 'left' ? 0 : nameStyle.align === 'right' ? spare : spare / 2)
  const nameLook = { ...nameStyle, align: 'center', leading: 1.15 } as const
  const postLook = { ...postStyle, align: 'center', leading: 1.18 } as const
  const most = box.height * 0.62 - 3
  const texts = signatories.map((signatory) => {
    const name = setShrunk([{ text: signatory.name, strong: false }], nameLook, { width: column, height: nameStyle.size * 2.5 })
    const post = [signatory.post, signatory.entity].filter((part) => part !== null && part !== '').join(' · ')
    return { name, post: setShrunk([{ text: post, strong: false }], postLook, { width: column, height: Math.max(4, most - name.height - 0.5) }) }
  })
  // What is written below takes the height of its lines; the image has the rest.
  const rule = box.y + box.height - 3 - Math.max(...texts.map(({ name, post }) => name.height + 0.5 + post.height))
  return signatories.flatMap((signatory, index) => {
    const cell = { x: start + index * (column + gap), width: column }
    const items: DisplayItem[] = []
    if (signatory.imageHash !== null) {
      // Hands write a little below the line.
      const room = { x: cell.x + 6, y: box.y, width: column - 12, height: rule - box.y + 5 }
      items.push(...standing(element.id, signatory.imageHash, room, images))
    }
    items.push({ kind: 'path', element: element.id, path: linePath(cell.x + 4, rule, cell.x + column - 4, rule), fill: null, stroke: element.rule, strokeWidth: 0.6 })
    const text = texts[index]
    if (text === undefined) return items
    items.push(...textItems(element.id, text.name, nameLook, { ...cell, y: rule + 3, height: 0 }, 'top'))
    items.push(...textItems(element.id, text.post, postLook, { ...cell, y: rule + 3 + text.name.height + 0.5, height: 0 }, 'top'))
    return items
  })
}

/** An image at the foot of its room, in the middle. */
function standing(element: string, hash: string, room: Box, images: ImageSizes): DisplayItem[] {
  const size = images.get(hash)
  if (size === undefined) return []
  const scale = Math.min(room.width / size.width, room.height / size.height, 52 / size.height)
  const [width, height] = [size.width * scale, size.height * scale]
  return [{ kind: 'image', element, hash, x: h(room.x + (room.width - width) / 2), y: h(room.y + room.height - height), width: h(width), height: h(height), clip: null }]
}
