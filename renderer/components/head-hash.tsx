/** 64 hex digits in 16 groups, to be compared by eye or aloud. */
export function HeadHash({ head }: { readonly head: string }) {
  return (
    <p className="fingerprint-hex head-hash">
      {(head.match(/.{4}/g) ?? []).map((group, at) => (
        <span key={`${at} ${group}`}>{group} </span>
      ))}
    </p>
  );
}
