import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { AuthoritiesView } from '../../main/shared/views/aws';
import { useFocusOnAsking } from '../base/use-screen';
import { authorityWords } from '../words/sign-in/connection';
import { utcInstant } from '../words/shell/instants';

export interface CertificatesProps {
  readonly authorities: AuthoritiesView;
}

/** Each certificate of a file, with what tells it from the others. */
export function Certificates({ authorities }: CertificatesProps) {
  return (
    <ul className="plain-list" aria-label={authorityWords.list(authorities.fileName)}>
      {authorities.certificates.map(({ subject, sha256, validFrom, validTo }) => (
        <li key={sha256} className="breakable">
          <bdi>{subject}</bdi>
          <br />
          {authorityWords.fingerprint}: <code>{sha256}</code>
          <br />
          {authorityWords.valid(utcInstant(new Date(validFrom)), utcInstant(new Date(validTo)))}
        </li>
      ))}
    </ul>
  );
}

export interface OfferedCertificatesProps extends CertificatesProps {
  readonly onTrust: () => void;
  readonly onDecline: () => void;
}

/** What it means to trust them, before they are trusted. */
export function OfferedCertificates({ authorities, onTrust, onDecline }: OfferedCertificatesProps) {
  const alert = useRef<AlertProps.Ref>(null);
  useFocusOnAsking(1, alert);
  return (
    <Alert ref={alert} type="warning" header={authorityWords.title}>
      <SpaceBetween size="s">
        <span>{authorityWords.text}</span>
        <Certificates authorities={authorities} />
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={onTrust}>{authorityWords.trust}</Button>
          <Button onClick={onDecline}>{authorityWords.decline}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
}
