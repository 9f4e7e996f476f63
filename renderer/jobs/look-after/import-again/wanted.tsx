import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { isPermanent } from '../../../../main/shared/rotation';
import type { KeyView } from '../../../../main/shared/views/keys';
import { againWords, missingLine, wantedLine } from '../../../words/look-after/import-again';

/** Which materials are missing, and by what their copies are told; nothing for a key that has all of them. */
export function Wanted({ view }: { readonly view: KeyView }) {
  const materials = view.materials?.read === true ? view.materials.value : [];
  const needed = materials.filter(isPermanent);
  const missing = needed.filter(({ isThere }) => !isThere);
  if (missing.length === 0) return null;
  const line = missingLine(missing.length, needed.length);
  return (
    <Container header={<Header variant="h2">{againWords.wanted}</Header>}>
      {line !== undefined && <Box variant="p">{line}</Box>}
      <ul className="plain-list">
        {missing.map((material) => (
          <li key={material.id} title={material.id}>
            {wantedLine(material)}
          </li>
        ))}
      </ul>
    </Container>
  );
}
