import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { RegionSelect } from '../components/region-select';
import { browserWords } from '../words/sign-in/sign-in';
import { BrowserWait } from './browser-wait';
import type { SignInWayProps } from './profile-sign-in';
import { RolePicker } from './role-picker';
import { without } from '../../main/shared/without';
import { surroundingsOf } from './selectors';

export function BrowserSignIn({ state, intents, region }: SignInWayProps) {
  const [startUrl, setStartUrl] = useState('');
  const [ssoRegion, setSsoRegion] = useState<string>();
  const [openedTooEarly, setOpenedTooEarly] = useState(false);
  const { attempt } = state;
  if (attempt.at === 'browser') {
    return <BrowserWait attempt={attempt} isPractice={state.mode === 'practice'} onCancel={intents.forget} />;
  }
  if (attempt.at === 'choose-role') {
    return <RolePicker attempt={attempt} intents={intents} region={region} />;
  }
  const isAddress = startUrl.trim() !== '';
  const open = (): void => {
    if (!isAddress || ssoRegion === undefined) setOpenedTooEarly(true);
    else intents.signIn({ by: 'browser', startUrl: startUrl.trim(), ssoRegion });
  };
  return (
    <Container>
      <SpaceBetween size="m">
        <FormField
          stretch
          label={browserWords.startUrl}
          description={browserWords.startUrlText}
          errorText={openedTooEarly && !isAddress ? browserWords.startUrlMissing : ''}
        >
          <Input value={startUrl} spellcheck={false} onChange={({ detail }) => setStartUrl(detail.value)} />
        </FormField>
        <RegionSelect
          label={browserWords.ssoRegion}
          description={browserWords.ssoRegionText}
          regions={(surroundingsOf(state)?.regions ?? []).map((each) => without(each, 'isForbidden'))}
          selected={ssoRegion}
          errorText={openedTooEarly && ssoRegion === undefined ? browserWords.ssoRegionMissing : ''}
          onSelect={setSsoRegion}
        />
        <Box>
          <Button iconName="external" loading={attempt.at === 'asking'} onClick={open}>
            {browserWords.open}
          </Button>
        </Box>
      </SpaceBetween>
    </Container>
  );
}
