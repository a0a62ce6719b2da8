/** What is wrong with a file brought from outside. Each says what, where, what to do, and that nothing changed. */
export const intake = {
  'intake.not-a-sheet': (p: { file: string; looksLike: string }) =>
    `“${p.file}” is not a spreadsheet: it looks like ${KINDS[p.looksLike] ?? 'another kind of file'}. Choose an Excel (.xlsx) or CSV file. ${NOTHING}`,
  'intake.text-as-book': (p: { file: string; extension: string }) =>
    `“${p.file}” is called ${p.extension} but holds text, not an Excel workbook. Rename it so that it ends in .csv, or open it in Excel and save it as “Excel Workbook (.xlsx)”. ${NOTHING}`,
  'intake.page-as-book': (p: { file: string; extension: string }) =>
    `“${p.file}” is a web page or XML under the name of a sheet, as some systems export. Open it in Excel and save it as “Excel Workbook (.xlsx)”. ${NOTHING}`,
  'intake.old-xls': (p: { file: string }) =>
    `“${p.file}” is an old Excel workbook (.xls, 2003 or before). Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”. ${NOTHING}`,
  'intake.binary-xlsb': (p: { file: string }) =>
    `“${p.file}” is a binary Excel workbook (.xlsb). Open it in Excel and save it as “Excel Workbook (.xlsx)”. ${NOTHING}`,
  'intake.ods': (p: { file: string }) =>
    `“${p.file}” is a LibreOffice sheet (.ods). Open it and choose Save as → “Excel 2007-365 (.xlsx)”. ${NOTHING}`,
  'intake.numbers': (p: { file: string }) => `“${p.file}” is a Numbers sheet (Mac). Open it and choose Export to → Excel. ${NOTHING}`,
  'intake.password': (p: { file: string }) =>
    `“${p.file}” is protected by a password. Open it in Excel with its password, remove it in File → Info → Protect Workbook, and save it again. ${NOTHING}`,
  'intake.lock-file': (p: { file: string }) =>
    `“${p.file}” is not the sheet but the mark that Excel leaves while the sheet is open. Choose the file of the same name without “~$”. ${NOTHING}`,
  'intake.empty': (p: { file: string }) => `“${p.file}” is empty: none of its sheets has data. ${NOTHING}`,
  'intake.no-rows': (p: { file: string; sheet: string; row: number }) =>
    `“${p.file}” has a single written row (sheet “${p.sheet}”, row ${p.row}): there is a header, but nobody below it. ${NOTHING}`,
  'intake.bomb': (p: { file: string; part: string }) =>
    `“${p.file}” swells abnormally when opened (in “${p.part}”), like files made to block a computer. It was not opened. If you trust it, open it in Excel, copy the data to a new workbook and save that. ${NOTHING}`,
  'intake.unsafe-xml': (p: { file: string; part: string }) =>
    `“${p.file}” carries instructions that an Excel workbook does not have (in “${p.part}”). For safety it was not opened. Ask the sender to save it again from Excel. ${NOTHING}`,
  'intake.too-big': (p: { file: string; megabytes: number; limit: number }) =>
    `“${p.file}” is ${p.megabytes} MB and up to ${p.limit} MB are accepted. Remove images and sheets that are not the roster, or split it. ${NOTHING}`,
  'intake.too-many-columns': (p: { file: string; sheet: string; cell: string; limit: number }) =>
    `Sheet “${p.sheet}” of “${p.file}” has data up to cell ${p.cell} and ${p.limit} columns are accepted. Delete the columns that are not the roster's. ${NOTHING}`,
  'intake.too-many-rows': (p: { file: string; sheet: string; row: number; limit: number }) =>
    `Sheet “${p.sheet}” of “${p.file}” has data in row ${p.row} and ${p.limit} rows are accepted. Delete what is loose at the end, or split the roster. ${NOTHING}`,
  'intake.too-many-cells': (p: { file: string; sheet: string; limit: number }) =>
    `“${p.file}” has more than ${p.limit} cells with data (counted up to sheet “${p.sheet}”). Leave only the sheets of the roster. ${NOTHING}`,
  'intake.too-slow': (p: { file: string; seconds: number }) =>
    `Reading “${p.file}” took more than ${p.seconds} seconds and was stopped. Leave only the roster in it, or split it. ${NOTHING}`,
  'intake.too-much-memory': (p: { file: string }) =>
    `“${p.file}” needs more memory than a file is allowed. Leave only the roster in it, or split it. ${NOTHING}`,
  'intake.damaged': (p: { file: string; part: string }) =>
    `“${p.file}” is damaged or incomplete (in “${p.part}”). Copy or download it again; if Excel can open it, save it again from there. ${NOTHING}`,
  'intake.open-quote': (p: { file: string; row: number }) =>
    `In “${p.file}” a quotation mark opens in row ${p.row} and never closes, so there is no telling where that row ends. Correct it and try again. ${NOTHING}`,
  'intake.missing': (p: { file: string }) => `The file “${p.file}” is no longer there: moved, renamed, or the USB stick was taken out. ${NOTHING}`,
  'intake.busy': (p: { file: string }) => `Another program has “${p.file}” open (Excel?). Close it and try again. ${NOTHING}`,
  'intake.unreadable': (p: { file: string; reason: string }) =>
    `“${p.file}” could not be read (the system said ${p.reason}). Check that it is a file and that you may open it, or copy it to your documents. ${NOTHING}`,
} as const

const NOTHING = 'Nothing was saved or changed.'

const KINDS: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  word: 'a Word document',
  powerpoint: 'a presentation',
  image: 'an image',
  archive: 'a compressed folder',
  program: 'a program',
}
