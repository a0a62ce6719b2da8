import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const synchronised = /(^|[\\/])(OneDrive[^\\/]*|Dropbox|Google Drive|GoogleDrive|Mi unidad|iCloudDrive|iCloud Drive|Nextcloud|ownCloud|MEGA|pCloudDrive)([\\/]|$)/i
const networkTypes = new Set(['nfs', 'nfs4', 'cifs', 'smbfs', 'smb3', 'fuse.sshfs', 'fuse.rclone', '9p', 'afs', 'davfs', 'fuse.davfs'])

/** Whether a folder lies on a network drive or in a synchronised folder, where a SQLite file gets corrupted. */
export function isSharedFolder(folder: string): boolean {
  const path = resolve(folder)
  if (synchronised.test(path) || path.startsWith('\\\\')) return true
  return process.platform === 'linux' && networkTypes.has(fileSystemOf(path))
}

/** The type of the file system that the longest mount point above the path has; '' when it cannot be told. */
function fileSystemOf(path: string): string {
  let best = ''
  let type = ''
  for (const line of mounts()) {
    const [, point, fileSystem] = line.split(' ')
    if (point === undefined || fileSystem === undefined) continue
    const isAbove = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (isAbove && point.length >= best.length) [best, type] = [point, fileSystem]
  }
  return type
}

function mounts(): string[] {
  try {
    return readFileSync('/proc/mounts', 'utf8').split('\n')
  } catch {
    return []
  }
}
