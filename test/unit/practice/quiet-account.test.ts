import { DescribeKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { expect, it } from 'vitest';
import { createPracticeAws } from '../../../main/practice/practice-aws';
import { awsClients, destroyClients } from '../../helpers/aws-clients';
import { needed } from '../../helpers/import-material';
import { quietAccount, usualRegions } from '../../helpers/quiet-account';

it('is a quiet account with 10,000 keys in 17 Regions, half of them imported', async () => {
  const practice = createPracticeAws({ now: () => new Date(), furnish: quietAccount({ keys: 10_000 }) });
  const counts = await Promise.all(
    usualRegions.map(async (region) => {
      const clients = awsClients({ practice, region });
      const { Keys = [] } = await clients.kms.send(new ListKeysCommand({ Limit: 1000 }));
      destroyClients(clients);
      return Keys.length;
    }),
  );
  expect(counts).toHaveLength(17);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10_000);

  const { kms } = awsClients({ practice, region: 'eu-central-1' });
  const { Keys = [] } = await kms.send(new ListKeysCommand({ Limit: 100 }));
  const described = await Promise.all(
    Keys.map(({ KeyId }) => kms.send(new DescribeKeyCommand({ KeyId: needed(KeyId) }))),
  );
  const origins = described.map(({ KeyMetadata }) => KeyMetadata?.Origin);
  expect(origins.filter((origin) => origin === 'EXTERNAL')).toHaveLength(50);
});
