import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ConnectionView, ProxyChoice } from '../../main/shared/views/aws';
import type { RequestOf } from '../../main/shared/contract';
import { Failure } from '../base/failure';
import { SetByOrganisation, useOrganisation } from '../base/set-by-organisation';
import { connectionWords } from '../words/sign-in/connection';
import { organisation } from '../words/shell/organisation';
import { Certificates, OfferedCertificates } from './certificates';
import type { SignInWayProps } from './profile-sign-in';
import { surroundingsOf } from './selectors';
import type { OfferedAuthorities } from './state';
import type { SignInIntents } from './use-sign-in';

/** For networks that need more than this computer already knows. */
export function ConnectionSettings({ state, intents }: Omit<SignInWayProps, 'region'>) {
  const connection = surroundingsOf(state)?.connection;
  return (
    <ExpandableSection headerText={connectionWords.title}>
      <SpaceBetween size="m">
        {state.connectionFailure && <Failure error={state.connectionFailure} takesFocus />}
        {connection && (
          <Settings
            key={JSON.stringify(connection)}
            connection={connection}
            offered={state.offered}
            intents={intents}
          />
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}

interface SettingsProps {
  readonly connection: ConnectionView;
  readonly offered: OfferedAuthorities | undefined;
  readonly intents: SignInIntents;
}

function Settings({ connection, offered, intents }: SettingsProps) {
  const { foreignEndpointsAllowed } = connection;
  const set = useOrganisation();
  const proxyIsSet = set.proxy !== undefined;
  const authoritiesAreSet = set.certificateAuthorities !== undefined;
  const [kind, setKind] = useState<ProxyChoice['kind']>(connection.proxy.kind);
  const [url, setUrl] = useState(connection.proxy.kind === 'manual' ? connection.proxy.url : '');
  const [fips, setFips] = useState(connection.fips);
  const [dualStack, setDualStack] = useState(connection.dualStack);
  const [isWrong, setIsWrong] = useState(false);
  const apply = (ca: RequestOf<'changeConnection'>['ca']): void => {
    const isProxyReady = kind !== 'manual' || /^https?:\/\/\S+$/.test(url);
    setIsWrong(!isProxyReady);
    if (!isProxyReady) return;
    const proxy: ProxyChoice = kind === 'manual' ? { kind, url } : { kind };
    intents.changeConnection({ proxy, fips, dualStack, foreignEndpointsAllowed, ca });
  };
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">{connectionWords.intro}</Box>
      <FormField label={connectionWords.proxy}>
        <RadioGroup
          value={kind}
          items={[
            { value: 'system', label: connectionWords.system, description: connectionWords.systemText },
            { value: 'none', label: connectionWords.none },
            { value: 'manual', label: connectionWords.manual },
          ].map((item) => ({ ...item, disabled: proxyIsSet }))}
          onChange={({ detail }) =>
            setKind(detail.value === 'manual' || detail.value === 'none' ? detail.value : 'system')
          }
        />
      </FormField>
      {kind === 'manual' && (
        <FormField
          label={connectionWords.url}
          description={connectionWords.urlText}
          errorText={isWrong ? connectionWords.urlWrong : ''}
        >
          <Input
            disabled={proxyIsSet}
            value={url}
            type="url"
            spellcheck={false}
            onChange={({ detail }) => setUrl(detail.value)}
          />
        </FormField>
      )}
      {set.proxy !== undefined && <SetByOrganisation text={organisation.proxy(set.proxy)} />}
      <FormField label={connectionWords.ca} description={connectionWords.caText}>
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <span className="breakable">{connection.ca?.fileName ?? connectionWords.caNone}</span>
          <Button iconName="file" disabled={authoritiesAreSet} onClick={intents.chooseAuthorities}>
            {connectionWords.chooseCa}
          </Button>
          {connection.ca && !authoritiesAreSet && (
            <Button onClick={() => apply('none')}>{connectionWords.removeCa}</Button>
          )}
        </SpaceBetween>
      </FormField>
      {authoritiesAreSet && <SetByOrganisation text={organisation.authorities} />}
      {connection.ca && !offered && <Certificates authorities={connection.ca} />}
      {offered && (
        <OfferedCertificates
          key={offered.authorities}
          authorities={offered}
          onTrust={() => apply({ trust: offered.authorities })}
          onDecline={intents.declineAuthorities}
        />
      )}
      <SpaceBetween size="xs">
        <Checkbox
          checked={fips}
          disabled={set.fipsOnly === true}
          onChange={({ detail }) => setFips(detail.checked)}
        >
          {connectionWords.fips}
        </Checkbox>
        {set.fipsOnly && <SetByOrganisation text={organisation.fips} />}
        <Checkbox checked={dualStack} onChange={({ detail }) => setDualStack(detail.checked)}>
          {connectionWords.dualStack}
        </Checkbox>
      </SpaceBetween>
      <Button onClick={() => apply('keep')}>{connectionWords.apply}</Button>
    </SpaceBetween>
  );
}
