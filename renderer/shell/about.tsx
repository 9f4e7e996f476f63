import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import type { ResultOf } from '../../main/shared/contract';
import type { AboutView } from '../../main/shared/views/app';
import { api } from '../base/api';
import { Facts } from '../base/facts';
import { Failure } from '../base/failure';
import { releaseWords } from '../words/shell/release';
import { ReleaseCheck } from './release-check';
import { about } from '../words/shell/about';

/** What runs here and whose work is in it, over whatever is on screen. */
export function About({ onClose }: { readonly onClose: () => void }) {
  const [described, setDescribed] = useState<ResultOf<'describeBuild'>>();
  useEffect(() => {
    void api.describeBuild({ from: 0 }).then(setDescribed);
  }, []);
  return (
    <Modal
      visible
      size="large"
      header={about.title}
      closeAriaLabel={about.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            {about.close}
          </Button>
        </Box>
      }
    >
      <div role="status">
        {described === undefined && <StatusIndicator type="loading">{about.reading}</StatusIndicator>}
      </div>
      {described?.ok === false && <Failure error={described.error} takesFocus={false} />}
      {described?.ok === true && <Build build={described.value} />}
    </Modal>
  );
}

function Build({
  build: { version, buildSha256, parts, canCheckReleases, notices },
}: {
  readonly build: AboutView;
}) {
  const [text, setText] = useState('');
  const readAll = async (): Promise<void> => {
    let all = '';
    while (notices !== undefined && all.length < notices.length) {
      const next = await api.describeBuild({ from: all.length });
      const part = next.ok ? next.value.notices?.part : undefined;
      if (part === undefined || part === '') break;
      all += part;
    }
    setText(all);
  };
  return (
    <SpaceBetween size="m">
      <Facts
        rows={[
          [about.version, version],
          [about.licence, about.licenceText],
          ...parts,
          [about.build, buildSha256],
        ]}
        copyFiles={[]}
      />
      <Box color="text-body-secondary">{about.buildText}</Box>
      <Box variant="h3">{releaseWords.title}</Box>
      {canCheckReleases ? <ReleaseCheck /> : <Box>{releaseWords.cannot}</Box>}
      {notices === undefined ? (
        <Box>{about.noticesGone}</Box>
      ) : (
        <ExpandableSection
          headerText={about.notices}
          onChange={({ detail }) => {
            if (detail.expanded && text === '') void readAll();
          }}
        >
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it */}
          <pre className="notices" tabIndex={0} role="region" aria-label={about.notices}>
            {text}
          </pre>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}
