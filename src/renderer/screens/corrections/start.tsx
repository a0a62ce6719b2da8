import { useState } from 'react'
import { Button, Select } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { IconChevronDown, IconSearch } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import { PersonField } from '../pickers/person-field.tsx'
import style from './corrections.module.css'

const correct = (params: Record<string, string>): void => go('certificates', ['correcciones', 'corregir'], params)

/** Where a correction begins: with a person, with a group, or with everything that says otherwise than today. */
export function Start() {
  const t = useText()
  const tree = useQuery('programmes.list', { search: '' })
  const groups = (tree.data ?? []).flatMap((programme) =>
    programme.editions.map((edition) => ({
      group: `${programme.shortName ?? programme.name} · ${edition.name}`,
      items: edition.cohorts.filter((cohort) => cohort.certificates > 0).map((cohort) => ({ value: cohort.id, label: cohort.name })),
    })),
  ).filter(({ items }) => items.length > 0)
  const [isOpening, setOpening] = useState(false)
  return (
    <div className={style['start']}>
      <p className={style['lead']}>{t('correctionScreens.startAbout')}</p>
      <Card title={t('correctionScreens.ofPerson')}>
        <PersonField label={t('correctionScreens.person')} description={t('correctionScreens.personHint')} value={null} autoFocus onChange={(person) => person !== null && correct({ persona: person.id })} />
      </Card>
      <Card title={t('correctionScreens.ofGroup')}>
        <Select
          label={t('correctionScreens.group')}
          description={t('correctionScreens.groupHint')}
          placeholder={t('frame.choose')}
          data={groups}
          value={null}
          searchable
          nothingFoundMessage={t('frame.nothingFound')}
          maxDropdownHeight={320}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          rightSectionPointerEvents="none"
          onChange={(cohortId) => cohortId !== null && correct({ grupo: cohortId })}
        />
      </Card>
      <Card title={t('correctionScreens.ofAll')}>
        <p className={style['soft']}>{t('correctionScreens.allHint')}</p>
        <div>
          <Button leftSection={<IconSearch size={16} aria-hidden />} loading={isOpening} onClick={() => (setOpening(true), correct({ todo: '1' }))}>
            {t('correctionScreens.findAll')}
          </Button>
        </div>
      </Card>
    </div>
  )
}
