import { AlumniView } from './alumni-view.tsx'
import { DirectoryView } from './directory-view.tsx'

/** Who finished, where they are now, and the directory of those who consented to stand in it. */
export function NetworkScreen({ path, params }: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  const [first, second] = path
  return first === 'directorio' ? <DirectoryView openId={second} params={params} /> : <AlumniView openId={first} params={params} />
}
