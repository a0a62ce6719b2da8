/** One line per step, for the person who waits in front of the terminal. */
export function step(sentence) {
  console.log(`· ${sentence}`)
}

/** Ends the run with a sentence that says what is wrong and what to do about it. */
export function giveUp(...sentences) {
  for (const sentence of sentences) console.error(sentence)
  process.exit(1)
}
