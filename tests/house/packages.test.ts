import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROOMS } from './layers.ts'

type Manifest = Readonly<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Readonly<Record<string, string>>>>

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const packages = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

/** The packages that README.md gives a reason for. */
function justified(): readonly string[] {
  const readme = readFileSync('README.md', 'utf8')
  const section = /^## Paquetes$([\s\S]*?)^## /m.exec(readme)?.[1] ?? ''
  return [...section.matchAll(/^\| `([^`]+)` \| (.*\S.*) \|$/gm)].map((row) => row[1] ?? '')
}

describe('the packages', () => {
  it('each has its reason in the README, and no other is there', () => {
    expect([...justified()].sort()).toEqual(Object.keys(packages).sort())
  })

  it('each is at one exact version', () => {
    const exact = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/
    expect(Object.entries(packages).filter(([, version]) => !exact.test(version))).toEqual([])
  })

  it('a room is granted only packages that the project itself declares', () => {
    const granted = ROOMS.flatMap((room) => [...room.values, ...room.types]).filter(
      (name) => !/^(?:node$|node:|room:)/.test(name),
    )
    const isDeclared = (name: string) =>
      name.endsWith('/*') ? Object.keys(packages).some((one) => one.startsWith(name.slice(0, -1))) : Object.hasOwn(packages, name)
    expect([...new Set(granted)].filter((name) => !isDeclared(name))).toEqual([])
  })

  it('the lock file names no address: each machine asks the registry it knows', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { resolved?: string }> }
    expect(Object.values(lock.packages).flatMap((one) => one.resolved ?? [])).toEqual([])
  })

  it('the lock file is whole for every system, or npm ci would refuse it', () => {
    type Locked = { readonly optionalDependencies?: Readonly<Record<string, string>> }
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
    const wanted = Object.values(lock.packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
    const isLocked = (name: string) => Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`))
    expect(wanted.filter((name) => !isLocked(name))).toEqual([])
  })
})
