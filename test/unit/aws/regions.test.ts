import { expect, it } from 'vitest';
import { isAwsEndpoint, isAwsSignInPage } from '../../../main/aws/transport/aws-hosts';
import { isRegionName, listRegions, partitionOfRegion } from '../../../main/aws/regions';

it('lists the Regions of each partition together', () => {
  const regions = listRegions();
  expect(regions.filter(({ partition }) => partition === 'aws')).toHaveLength(34);
  expect(regions.every(({ code }) => isRegionName(code))).toBe(true);
  const order = regions.map(({ partition }) => partition);
  expect([...new Set(order)]).toEqual(['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc']);
  expect(order).toEqual([...order].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
});

it.each([
  ['eu-central-1', 'aws'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['cn-north-1', 'aws-cn'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['zz-new-1', 'aws'],
])('%s belongs to %s', (region, partition) => {
  expect(partitionOfRegion(region).id).toBe(partition);
});

it.each(['', 'eu', 'eu-central', 'EU-central-1', 'eu-central-1.evil.com', 'a'.repeat(40)])(
  '%j is no Region',
  (text) => {
    expect(isRegionName(text)).toBe(false);
  },
);

it.each([
  ['https://kms.eu-central-1.amazonaws.com', true],
  ['https://kms-fips.us-gov-west-1.api.aws/', true],
  ['https://kms.cn-north-1.amazonaws.com.cn:443', true],
  ['https://vpce-0a1b2c-3d4e.kms.eu-west-1.vpce.amazonaws.com', true],
  ['http://kms.eu-central-1.amazonaws.com', false],
  ['https://kms.eu-central-1.amazonaws.com:8443', false],
  ['https://user@kms.eu-central-1.amazonaws.com', false],
  ['https://kms.eu-central-1.s3.amazonaws.com', false],
  ['https://bucket.s3.amazonaws.com', false],
  ['https://vpce-0a.vpce-svc-1.eu-west-1.vpce.amazonaws.com', false],
  ['https://kms.eu-central-1.amazonaws.com.evil.example', false],
  ['https://sts.eu-central-1.amazonaws.com', false],
  ['http://localhost:4566', false],
  ['nonsense', false],
])("%s is KMS's own endpoint: %s", (url, expected) => {
  expect(isAwsEndpoint('kms', url)).toBe(expected);
});

it.each([
  ['https://device.sso.eu-central-1.amazonaws.com/?user_code=ABCD-EFGH', true],
  ['https://d-1234567890.awsapps.com/start/#/device?user_code=ABCD-EFGH', true],
  ['https://ssoins-0a1b.portal.eu-west-1.app.aws/device', true],
  ['http://device.sso.eu-central-1.amazonaws.com/', false],
  ['https://evil.amazonaws.com/', false],
  ['https://awsapps.com.evil.example/', false],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
])('%s is a sign-in page of AWS: %s', (url, expected) => {
  expect(isAwsSignInPage(url)).toBe(expected);
});
