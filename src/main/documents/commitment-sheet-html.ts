import { createHash } from 'node:crypto'
import type { CommitmentSheet, OutcomeLine, Part, ProductLine } from './commitment-sheet-model.ts'
import { readImageFacts } from './image-facts.ts'

/**
 * The commitment as one page of the web that needs nothing from outside: no script, no address, its picture within it. A
 * policy in its head forbids the browser everything but its own style, so that not even what slipped through could run.
 */
export function commitmentSheetHtml(sheet: CommitmentSheet): string {
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${sheet.language === 'es' ? 'es-PE' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Constancia">
<title>${escaped(`${sheet.title} · ${sheet.kicker}`)}</title>
<style>${style}</style>
</head>
<body>
${letterhead(sheet)}
<main>
<p class="kicker">${escaped(sheet.kicker)}</p>
<h1>${escaped(sheet.title)}</h1>
<p class="plan">${escaped(sheet.subtitle)}</p>
${facts(sheet)}
${completion(sheet)}
${sheet.texts.map(({ heading, text }) => section(heading, paragraphs(text))).join('\n')}
${part(sheet.values, (lines) => `<dl class="values">${lines.map(({ name, explanation, degree }) => `<div><dt>${escaped(name)}</dt>${[explanation, degree].filter((one) => one !== null).map((one) => `<dd>${breaks(one)}</dd>`).join('')}</div>`).join('')}</dl>`)}
${products(sheet)}
${part(sheet.outcomes, (lines) => `<ul class="outcomes">${lines.map(outcome).join('')}</ul>`)}
${part(sheet.actors, (lines) => `<div class="actors">${lines.map(({ kind, names }) => `<div><h3>${escaped(kind)}</h3>${list(names)}</div>`).join('')}</div>`)}
${part(sheet.training, list)}
${part(sheet.initiatives, list)}
${replannings(sheet)}
${sheet.closing === null ? '' : section(sheet.closing.heading, paragraphs(sheet.closing.text))}
</main>
<footer>${escaped(sheet.foot)}</footer>
</body>
</html>
`
}

/** Text as it may stand in an element or a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const breaks = (text: string): string => escaped(text).replace(/\r?\n/g, '<br>')

const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .filter((one) => one.trim() !== '')
    .map((one) => `<p>${escaped(one)}</p>`)
    .join('')

const section = (heading: string, body: string): string => `<section><h2>${escaped(heading)}</h2>${body}</section>`

const list = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`

function part<T>({ heading, nothing, lines }: Part<T>, body: (lines: readonly T[]) => string): string {
  if (lines.length > 0) return section(heading, body(lines))
  return nothing === null ? '' : section(heading, `<p class="soft">${escaped(nothing)}</p>`)
}

function letterhead({ header }: CommitmentSheet): string {
  const [logo] = header.hasOwnLogo === false ? [] : header.logos
  const picture = logo === undefined ? '' : `<img alt="" src="data:image/${readImageFacts(logo)?.type === 'jpg' ? 'jpeg' : 'png'};base64,${Buffer.from(logo).toString('base64')}">`
  const words = [header.entityName === '' ? '' : `<strong>${escaped(header.entityName)}</strong>`, header.unit === undefined ? '' : `<span>${escaped(header.unit)}</span>`].join('')
  const year = header.yearName === undefined ? '' : `<p class="year">“${escaped(header.yearName)}”</p>`
  return `<header><div class="entity">${picture}<div>${words}</div></div>${year}</header>`
}

function facts({ facts: all }: CommitmentSheet): string {
  return all.length === 0 ? '' : `<dl class="facts">${all.map(({ label, value }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`
}

/** The five levels with the one that holds; a reader that speaks hears the sentence. */
function completion({ completion: { heading, levels, at, said, note }, progress }: CommitmentSheet): string {
  const steps = levels.map((level, index) => `<li${index === at ? ' class="at"' : at !== null && index < at ? ' class="past"' : ''}>${escaped(level)}</li>`).join('')
  const bar = progress === null ? '' : `<p class="progress"><strong>${escaped(progress.label)}:</strong> ${escaped(progress.said)}</p>${meter(progress.share)}`
  return section(heading, `<p class="said">${escaped(said)}</p><ol class="levels" aria-hidden="true">${steps}</ol>${note === null ? '' : paragraphs(note)}${bar}`)
}

/** Only seen: what it shows stands beside it in words. The policy allows no style of its own to a bar, so it is drawn. */
function meter(share: number): string {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return `<svg class="meter" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="100" height="3" class="all"/><rect width="${width}" height="3" class="done"/></svg>`
}

function products({ products: { heading, nothing, columns, lines } }: CommitmentSheet): string {
  return part({ heading, nothing, lines }, (all) => table(heading, columns, all.map(productRow)))
}

function productRow({ name, isMilestone, dates, state, stateWord, isLate, stateNote, responsible, proofs }: ProductLine): string {
  const note = stateNote === null ? '' : `<small>${escaped(stateNote)}</small>`
  const told = [...(responsible === null ? [] : [`<strong>${escaped(responsible)}</strong>`]), ...proofs.map(breaks)]
  return `<tr class="${isMilestone ? 'milestone' : 'product'}${state === 'dropped' ? ' gone' : ''}"><th scope="row">${escaped(name)}</th><td>${escaped(dates)}</td><td class="state ${isLate ? 'late' : state}">${mark(isLate ? 'late' : state)}${escaped(stateWord)}${note}</td><td>${told.join('<br>') || '—'}</td></tr>`
}

/** Beside the word, so that a photocopy tells states apart. */
function mark(state: ProductLine['state'] | 'late'): string {
  const shapes = {
    pending: '<circle cx="6" cy="6" r="4.5"/>',
    inProgress: '<circle cx="6" cy="6" r="4.5"/><path class="full" d="M6 1.5a4.5 4.5 0 0 1 0 9z"/>',
    done: '<circle class="full" cx="6" cy="6" r="5"/><path class="tick" d="M3.5 6.2 5.3 8l3.2-3.7"/>',
    dropped: '<path d="M2.5 2.5l7 7m0-7-7 7"/>',
    late: '<path d="M6 1.2 11 10.4H1z"/><path d="M6 4.6v2.8m0 1.2v.4"/>',
  }
  return `<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">${shapes[state]}</svg>`
}

function outcome({ name, figure, beside, share, notes }: OutcomeLine): string {
  const told = figure === null && beside === null ? '' : `<p class="figure">${figure === null ? '' : `<b>${escaped(figure)}</b> `}${beside === null ? '' : escaped(beside)}</p>`
  return `<li><strong>${escaped(name)}</strong>${told}${share === null ? '' : meter(share)}${notes.map((note) => `<p class="soft">${breaks(note)}</p>`).join('')}</li>`
}

function replannings({ replannings: { heading, nothing, columns, lines } }: CommitmentSheet): string {
  const rows = (all: typeof lines): string[] => all.map(({ on, what, before, after, reason }) => `<tr><td>${escaped(on)}</td><th scope="row">${escaped(what)}</th><td><del>${escaped(before)}</del> <span aria-hidden="true">→</span> <ins>${escaped(after)}</ins></td><td>${breaks(reason)}</td></tr>`)
  return part({ heading, nothing, lines }, (all) => table(heading, columns, rows(all)))
}

/** On a telephone it is wider than the screen: it can be reached and moved with the keyboard too. */
function table(name: string, columns: readonly string[], rows: readonly string[]): string {
  return `<div class="table" role="region" aria-label="${escaped(name)}" tabindex="0"><table><thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

const style = `
:root{--ink:#1b2433;--quiet:#565d6b;--line:#cfc8ba;--seal:#9b2d2a;--teal:#1a6663;--wash:#e6efec;--paper:#fffefb;color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f4efe4;color:var(--ink);font:16px/1.55 "Noto Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
header,main,footer{max-width:54rem;margin:0 auto;padding:0 2.25rem;background:var(--paper)}
header{padding-top:1.75rem}
.entity{display:flex;align-items:center;gap:1rem;border-bottom:1px solid var(--line);padding-bottom:.75rem}
.entity img{max-height:3.5rem;max-width:11rem}
.entity strong,.entity span{display:block}
.entity span,.year,.plan,.soft,footer,small{color:var(--quiet)}
.year{font-style:italic;font-size:.85rem;margin:.4rem 0 0}
main{padding-top:1.5rem;padding-bottom:2rem}
.kicker{margin:0;color:var(--seal);font-weight:600;letter-spacing:.02em}
h1{font-size:1.85rem;line-height:1.2;margin:.2rem 0 .3rem;overflow-wrap:anywhere}
.plan{margin:0}
h2{font-size:1.15rem;line-height:1.3;margin:0 0 .4rem}
h3{font-size:.95rem;margin:0}
section{margin-top:1.75rem}
section p{margin:0 0 .55rem;overflow-wrap:anywhere}
dl,dd,ul,ol{margin:0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.7rem 1.5rem;margin-top:1.1rem;padding:.9rem 1.1rem;background:#f7f3ea;border-left:3px solid var(--seal)}
dt{font-size:.85rem;color:var(--quiet)}
.facts dd{overflow-wrap:anywhere}
.values div{padding:.45rem 0;border-top:1px solid var(--line)}
.values dt{font-size:1rem;font-weight:600;color:var(--ink)}
.levels{list-style:none;padding:0;display:grid;grid-template-columns:repeat(5,1fr);gap:4px;margin:.6rem 0 .9rem}
.levels li{border-top:8px solid #e3dccd;padding-top:.3rem;font-size:.85rem;color:var(--quiet);hyphens:auto}
.levels .past{border-top-color:#9bbdb9}
.levels .at{border-top-color:var(--teal);color:var(--ink);font-weight:700}
.said{font-weight:600}
.progress{margin-bottom:.25rem}
.meter{display:block;width:100%;height:10px;border-radius:2px}
.meter .all{fill:#e3dccd}.meter .done{fill:var(--teal)}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .6rem .5rem 0;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:break-word;min-width:6rem}
thead th{font-size:.85rem;color:var(--quiet);font-weight:600;border-bottom:2px solid var(--ink)}
.product>th{font-weight:600}
.milestone>th{padding-left:1.25rem}
.gone>th{text-decoration:line-through;color:var(--quiet)}
.state small{display:block}
.state svg{width:.85em;height:.85em;margin-right:.4em;fill:none;stroke:currentColor;stroke-width:1.3;vertical-align:-.05em}
.state svg .full{fill:currentColor}.state svg .tick{stroke:#fff;stroke-width:1.6}
.state.done{color:#2c6a3a}.state.late{color:#a11f3c}.state.inProgress{color:#1a6663}.state.dropped,.state.pending{color:var(--quiet)}
.state small{color:inherit}
.outcomes{list-style:none;padding:0}
.outcomes li{padding:.6rem 0;border-top:1px solid var(--line)}
.figure{margin:.1rem 0 .3rem}
.figure b{font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}
.actors{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem 1.5rem}
main ul:not(.outcomes){padding-left:1.15rem}
ul li::marker{color:var(--seal)}
del{color:var(--quiet)}ins{text-decoration:none;font-weight:600}
footer{padding-top:.8rem;padding-bottom:2rem;font-size:.85rem}
footer::before{content:"";display:block;border-top:1px solid var(--line);margin-bottom:.8rem}
@media(max-width:40rem){.table table{min-width:38rem}.facts{grid-template-columns:1fr}header,main,footer{padding-left:1.1rem;padding-right:1.1rem}.levels{grid-template-columns:1fr}.levels li{border-top:0;border-left:8px solid #e3dccd;padding:.15rem .6rem}.levels .past{border-left-color:#9bbdb9}.levels .at{border-left-color:var(--teal)}}
@media print{@page{size:A4;margin:15mm}body{background:#fff;font-size:10.5pt}header,main,footer{max-width:none;padding-left:0;padding-right:0;background:#fff}section{break-inside:auto}h2{break-after:avoid}tr,.outcomes li,.values div,.levels{break-inside:avoid}.levels li,.meter,.facts{-webkit-print-color-adjust:exact;print-color-adjust:exact}.table{overflow:visible}}
`
