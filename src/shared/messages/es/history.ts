/** What was changed, by whom, and taking it back. */
export const history = {
  'history.missing': 'No hay nada guardado de ese cambio.',
  'history.permanent': 'Esto no se deshace: se dieron números a documentos, y un número dado no vuelve a usarse. Puede anular el documento.',
  'history.clash': 'No se puede deshacer: lo que había antes (un documento, una inscripción) ahora es de otro registro. Nada cambió.',
  'history.created': 'Se creó la ficha',
  'history.removed': 'Se quitó de la lista',
  'history.restored': 'Volvió a la lista',
  'history.none': 'Sin cambios todavía.',
  'history.nothing': 'vacío',
  'history.undoThis': 'Deshacer este cambio',
} as const
