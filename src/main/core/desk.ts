/** What only the host can do for the person. `inPage` answers that the page itself must do it (a browser). */
export interface Desk {
  /** Opens a file that the app wrote, with the program the computer has for it. */
  open(path: string): Promise<{ inPage: boolean }>
  /** Shows it in its folder. */
  reveal(path: string): Promise<void>
  print(path: string): Promise<{ inPage: boolean }>
  /** Lets the person choose where a copy goes. */
  saveCopy(path: string, name: string): Promise<{ inPage: boolean; saved: boolean }>
}
