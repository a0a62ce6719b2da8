/** Keys as they are pressed: `keys="Ctrl+K"`. */
export function KeyHint(props: { readonly keys: string }) {
  return (
    <span aria-hidden="true">
      {props.keys.split('+').map((key, index) => (
        <kbd key={`${index}${key}`}>{key}</kbd>
      ))}
    </span>
  )
}
