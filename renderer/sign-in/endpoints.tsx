import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { endpointLine, endpointWords } from '../words/sign-in/connection';
import type { SignInWayProps } from './profile-sign-in';
import { surroundingsOf } from './selectors';

/** Overridden addresses are always shown; those that are not AWS's need the person's consent. */
export function Endpoints({ state, intents }: Omit<SignInWayProps, 'region'>) {
  const connection = surroundingsOf(state)?.connection;
  if (!connection || connection.endpoints.length === 0) return null;
  const { endpoints, proxy, fips, dualStack, foreignEndpointsAllowed } = connection;
  const isForeign = endpoints.some(({ isAws }) => !isAws);
  return (
    <Alert
      type={isForeign ? 'warning' : 'info'}
      header={isForeign ? endpointWords.foreignTitle : endpointWords.title}
    >
      <SpaceBetween size="xs">
        <span>{endpointWords.text}</span>
        <ul className="plain-list breakable">
          {endpoints.map((endpoint) => (
            <li key={`${endpoint.service} ${endpoint.source}`}>{endpointLine(endpoint)}</li>
          ))}
        </ul>
        {isForeign && (
          <SpaceBetween size="xs">
            <span>{endpointWords.foreignText}</span>
            <Checkbox
              checked={foreignEndpointsAllowed}
              onChange={({ detail }) =>
                intents.changeConnection({
                  proxy,
                  fips,
                  dualStack,
                  foreignEndpointsAllowed: detail.checked,
                  ca: 'keep',
                })
              }
            >
              {endpointWords.consent}
            </Checkbox>
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Alert>
  );
}
