import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AppError } from '../../src/shared/rpc/errors.ts'
import { DateField } from '../../src/renderer/ui/fields/date-field.tsx'
import { readDateText } from '../../src/renderer/ui/fields/date-text.ts'
import { TextField } from '../../src/renderer/ui/fields/text-field.tsx'
import { renderScreen } from './support/render-screen.tsx'

test('a field saves on Enter, once, and only what changed', async () => {
  const saved: string[] = []
  const onSave = (value: string) => Promise.resolve(saved.push(value))
  renderScreen(<TextField label="Nombre" value="Rosa" onSave={onSave} />, {})
  const input = screen.getByLabelText('Nombre')
  fireEvent.blur(input)
  fireEvent.change(input, { target: { value: ' Rosa María ' } })
  fireEvent.keyDown(input, { key: 'Enter' })
  await screen.findByText('Guardado')
  fireEvent.blur(input)
  expect(saved).toEqual(['Rosa María'])
})

test('what could not be saved stays in the field with the reason below', async () => {
  const onSave = () => Promise.reject(new AppError({ code: 'invalid', message: 'Revise', fields: { 'fields.email': 'No parece un correo.' } }))
  renderScreen(<TextField label="Correo" value="" onSave={onSave} />, {})
  const input = screen.getByLabelText<HTMLInputElement>('Correo')
  fireEvent.change(input, { target: { value: 'rosa' } })
  fireEvent.blur(input)
  await screen.findByText('No parece un correo.')
  expect(input.value).toBe('rosa')
})

test('a date is understood however it is written, and shown as dd/mm/aaaa', async () => {
  const saved: (string | null)[] = []
  renderScreen(<DateField label="Nacimiento" value="1985-07-28" onSave={(value) => Promise.resolve(saved.push(value))} />, {})
  const input = screen.getByLabelText<HTMLInputElement>('Nacimiento')
  expect(input.value).toBe('28/07/1985')
  fireEvent.change(input, { target: { value: '5-3-26' } })
  fireEvent.keyDown(input, { key: 'Enter' })
  await screen.findByText('Guardado')
  expect(saved).toEqual(['2026-03-05'])
  fireEvent.change(input, { target: { value: '31/02/2026' } })
  fireEvent.blur(input)
  await screen.findByText(/No se entiende la fecha/)
  expect(saved).toHaveLength(1)
})

test('dates as people type them', () => {
  const typed = ['05032026', '5/3/2026', '5 mar 2026', '5 de setiembre de 2026', '5 de septiembre del 2026', '2026-03-05', '29/02/2025', 'ayer']
  expect(typed.map(readDateText)).toEqual(['2026-03-05', '2026-03-05', '2026-03-05', '2026-09-05', '2026-09-05', '2026-03-05', undefined, undefined])
})
