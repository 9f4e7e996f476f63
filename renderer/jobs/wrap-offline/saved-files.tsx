import type { SavedFileView } from '../../../main/shared/views/app';
import { savedPage } from '../../words/wrap-offline/saved';
import { savedFileWords } from '../../words/wrap-offline/saved-files';
import { FactValue } from '../../base/fact-value';

/** One entry per file: what it is, how large it is, and the digest to check it by after the journey. */
export function SavedFiles({ files }: { readonly files: readonly SavedFileView[] }) {
  const { digest } = savedPage;
  return (
    <ul className="saved-files">
      {files.map(({ name, bytes, sha256 }) => (
        <li key={name}>
          <div className="saved-files-name">
            <strong className="breakable">{name}</strong>
            <span>{savedPage.bytes(bytes)}</span>
          </div>
          <p>{savedFileWords(name)}</p>
          <div className="saved-files-digest">
            {digest}{' '}
            {sha256 === undefined ? (
              savedPage.noDigest
            ) : (
              <span className="digest">
                <FactValue label={`SHA-256, ${name}`} value={sha256} />
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
