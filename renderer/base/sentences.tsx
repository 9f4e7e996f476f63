/** Sentences one below the other, each of them about something else. */
export function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="breakable">
      {of.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
