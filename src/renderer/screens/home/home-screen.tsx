import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Screen } from '../../ui/screen.tsx'

/** What there is. */
export function HomeScreen() {
  const t = useText()
  const overview = useQuery('home.overview', {})
  const seen = overview.data
  return (
    <Screen title={t('frame.home')}>
      <Failure error={overview.error} onRetry={overview.reload} />
      {seen !== undefined && (
        <Figures
          label={t('frame.home')}
          figures={[
            { label: t('frame.people'), value: seen.people, href: href('people') },
            { label: t('frame.organisations'), value: seen.organisations, href: href('people', ['organizaciones']) },
            { label: t('frame.cohorts'), value: seen.cohorts, href: href('programmes') },
            { label: t('frame.certificates'), value: seen.certificates, href: href('certificates') },
          ]}
        />
      )}
    </Screen>
  )
}
