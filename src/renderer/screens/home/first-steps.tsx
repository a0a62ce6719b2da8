import { Button } from '@mantine/core'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { IconCheck } from '../../ui/icons.ts'
import style from './home.module.css'

/** What a new office does first, in the order in which it makes sense; what is done is ticked, the next one is the act of the screen. */
export function FirstSteps(props: { readonly overview: Gives<'home.overview'> }) {
  const t = useText()
  const { entityReady, signatoriesReady, cohorts, people, certificates } = props.overview
  const steps = [
    { key: 'entity', what: t('home.stepEntity'), why: t('home.stepEntityWhy'), to: href('settings', [entityReady ? 'firmantes' : 'entidad']), isDone: entityReady && signatoriesReady },
    { key: 'programme', what: t('home.stepProgramme'), why: t('home.stepProgrammeWhy'), to: href('programmes'), isDone: cohorts > 0 },
    { key: 'import', what: t('home.stepImport'), why: t('home.stepImportWhy'), to: href('people', ['importar']), isDone: people > 0 },
    { key: 'certificates', what: t('home.stepCertificates'), why: t('home.stepCertificatesWhy'), to: href('certificates', ['emitir']), isDone: certificates > 0 },
  ]
  const next = steps.findIndex((step) => !step.isDone)
  return (
    <section className={style['first']} aria-label={t('home.firstTitle')}>
      <h2>{t('home.firstTitle')}</h2>
      <p className={style['soft']}>{t('home.firstWhy')}</p>
      <ol>
        {steps.map((step, at) => (
          <li key={step.key} data-done={step.isDone} data-next={at === next}>
            <span className={style['number']}>{step.isDone ? <IconCheck size={18} stroke={2.25} aria-hidden /> : at + 1}</span>
            <a className={style['what']} href={step.to}>
              {step.what}
            </a>
            <p>{step.why}</p>
            {step.isDone && <span className={style['done']}>{t('home.stepDone')}</span>}
            {at === next && (
              <Button variant={people > 0 ? 'default' : 'filled'} component="a" href={step.to} aria-label={`${t('home.stepStart')}: ${step.what}`}>
                {t('home.stepStart')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
