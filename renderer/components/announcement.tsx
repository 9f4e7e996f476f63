/** Says a text to screen readers when it changes, politely. It has to be on the page before its text is. */
export function Announcement({ text }: { readonly text: string }) {
  return (
    <div role="status" className="visually-hidden">
      {text}
    </div>
  );
}
