import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { useText } from '../../language.tsx'
import { IconSearch } from '../../ui/icons.ts'

/** Finds papers by number, name or document. The text is the box's own while it is typed in: the address follows it, not the other way round. */
export function PaperSearch(props: { readonly text: string; readonly className: string | undefined; readonly onSearch: (text: string) => void }) {
  const t = useText()
  const [typed, setTyped] = useState<string>()
  return (
    <TextInput
      className={props.className}
      type="search"
      aria-label={t('issuing.findPaper')}
      placeholder={t('issuing.findPaper')}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed ?? props.text}
      maxLength={120}
      autoComplete="off"
      spellCheck={false}
      onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        props.onSearch(event.currentTarget.value)
      }}
    />
  )
}
