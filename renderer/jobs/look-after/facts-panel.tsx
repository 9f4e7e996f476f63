import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { KeyView } from '../../../main/shared/views/keys';
import { Facts } from '../../base/facts';
import { factLabels, keyPage, kindWords } from '../../words/look-after/one-key';
import { bothInstants } from '../../words/shell/instants';
import { Unread } from './unread';

/** What identifies the key, and what was written on it. */
export function FactsPanel({ view }: { readonly view: KeyView }) {
  const { row, tags, accountId, otherRegions = [] } = view;
  return (
    <Container header={<Header variant="h2">{keyPage.facts}</Header>}>
      <SpaceBetween size="m">
        <Facts
          copyFiles={[]}
          rows={[
            [factLabels.arn, row.arn],
            [factLabels.keyId, row.keyId],
            [factLabels.aliases, row.aliases.map((alias) => `alias/${alias}`).join('\n')],
            [factLabels.description, row.description],
            [factLabels.region, row.region],
            [factLabels.account, accountId],
            [factLabels.keySpec, row.keySpec],
            [factLabels.created, row.createdAt && bothInstants(new Date(row.createdAt))],
            [factLabels.kind, row.multiRegion && kindWords[row.multiRegion]],
            [
              factLabels.tags,
              tags.read ? tags.value.map(({ key, value }) => `${key} = ${value}`).join('\n') : undefined,
            ],
          ]}
        />
        {!tags.read && <Unread what={keyPage.tagsUnread} error={tags.error} />}
        {otherRegions.length > 0 && <p className="flat">{keyPage.moreRegions(otherRegions)}</p>}
      </SpaceBetween>
    </Container>
  );
}
