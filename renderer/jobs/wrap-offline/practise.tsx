import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { api } from '../../base/api';
import { SaveOne } from '../../run/save-one';
import { practiseWords } from '../../words/wrap-offline/practise';

/** Import parameters of the practice AWS, to go the whole way once before the real one. */
export function Practise() {
  return (
    <SpaceBetween size="s">
      <div>
        <Box variant="h2" fontSize="heading-s">
          {practiseWords.title}
        </Box>
        <Box color="text-body-secondary">{practiseWords.text}</Box>
      </div>
      <SaveOne words={practiseWords} ask={() => api.savePracticeParameters({})}>
        {({ region }) => <Box>{practiseWords.next(region)}</Box>}
      </SaveOne>
    </SpaceBetween>
  );
}
