import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { KeyView } from '../../../../main/shared/views/keys';
import { useFileDrops } from '../../../base/use-file-drops';
import { shownOf } from '../../../base/work';
import { DropZone } from '../../../components/drop-zone';
import { IntakeFailure } from '../../../intake/intake-failure';
import {
  copyPanel,
  describedMaterial,
  materialName,
  verdictWords,
} from '../../../words/look-after/copy-of-material';
import { useMatch } from './use-match';

/** Which copy each material of the key is in, as far as AWS keeps that; and whether a file belongs to one of them. */
export function CopyOfMaterial({ view }: { readonly view: KeyView }) {
  const [match, bring] = useMatch(view.key);
  const isDragging = useFileDrops(bring);
  const found = shownOf(match);
  const said = found && verdictWords(found);
  const materials = view.materials?.read === true ? view.materials.value : [];
  return (
    <Container
      header={
        <Header variant="h2" description={copyPanel.lead}>
          {copyPanel.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {materials.length > 0 && (
          <div>
            <KeyValuePairs
              columns={1}
              items={materials.map((material) => ({
                label: materialName(material),
                value: <span className="breakable">{describedMaterial(material)}</span>,
              }))}
            />
            {materials.some(({ copy, notedAt }) => copy && notedAt === undefined) && (
              <Box variant="small" color="text-body-secondary">
                {copyPanel.hint}
              </Box>
            )}
          </div>
        )}
        <IntakeFailure work={match} />
        <DropZone
          text={found === undefined ? copyPanel.drop : copyPanel.dropAnother}
          hint={copyPanel.dropHint}
          releaseText={copyPanel.release}
          isDragging={isDragging}
          isCompact={found !== undefined}
          busyText={match.at === 'working' ? copyPanel.looking : ''}
          errorText=""
        >
          <Button iconName="file" onClick={() => bring('ask')}>
            {copyPanel.choose}
          </Button>
        </DropZone>
        <div role="status">
          {said && (
            <Alert type={said.type} header={said.title}>
              <span className="breakable">{said.text}</span>
            </Alert>
          )}
        </div>
      </SpaceBetween>
    </Container>
  );
}
